// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/labels.h"

#include "base/files.h"
#include "documents/code_reader.h"
#include "documents/label_paper.h"
#include "documents/photograph.h"
#include "services/issued_papers.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Labels)
};

tl::unexpected<Error> noSuchLabel(const QString& where)
{
    return fail(ErrorKind::NotFound, "no_such_label",
                Text::tr("标签上的器具不在本次创建活动的台账里。请核对标签是不是本次活动打印的，或按出厂编号查找。"),
                where);
}

} // namespace

Result<model::Record> instrumentOfLabel(const Workspace& workspace, const QString& text, QDate asOf)
{
    const Uid uid = documents::labelledUid(text);
    if (uid.isNull())
        return fail(ErrorKind::Invalid, "not_a_label",
                    Text::tr("“%1”不是器具标签的编码。请扫描标签上的二维码。").arg(text.left(60)), text);
    auto found = findRecord(workspace, model::kindOf<model::Instrument>(), uid, asOf);
    if (!found && found.error().kind == ErrorKind::NotFound)
        return noSuchLabel(text);
    return found;
}

Result<model::Record> instrumentOnPicture(const Workspace& workspace, const QString& path, QDate asOf)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    const QString name = QFileInfo(path).fileName();
    const auto photograph = documents::readPhotograph(*bytes, name);
    if (!photograph)
        return fail(photograph.error());
    const QStringList codes = documents::codesIn(QImage::fromData(photograph->jpeg));
    if (codes.isEmpty())
        return fail(ErrorKind::Invalid, "no_code",
                    Text::tr("照片“%1”里没有找到二维码。请对准标签、拍清楚后重试。").arg(name), name);
    for (const QString& code : codes)
        if (auto found = instrumentOfLabel(workspace, code, asOf);
            found || (found.error().kind != ErrorKind::NotFound && found.error().kind != ErrorKind::Invalid))
            return found;
    return noSuchLabel(name);
}

} // namespace chengheng::services
