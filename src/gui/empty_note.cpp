// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/empty_note.h"

#include "gui/theme.h"

#include <QAbstractItemView>
#include <QEvent>

namespace chengheng::gui {

EmptyNote::EmptyNote(QAbstractItemView* view, const QString& sentence)
    : QLabel(sentence, view->viewport()), m_view(view)
{
    setLook(this, "muted");
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setMargin(spacing);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    const QAbstractItemModel* model = view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyNote::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyNote::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyNote::follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, &EmptyNote::follow);
    view->viewport()->installEventFilter(this);
    follow();
}

void EmptyNote::follow()
{
    setGeometry(m_view->viewport()->rect());
    setVisible(m_view->model()->rowCount() == 0);
}

bool EmptyNote::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        follow();
    return QLabel::eventFilter(watched, event);
}

} // namespace chengheng::gui
