// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_check_paper.h"

#include "documents/packet_papers.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

} // namespace

Paper packetCheckPaper(const PacketInput& input, const PacketContents& contents)
{
    Paper paper = blankPaper(input, Text::tr("验收材料核验单"));
    paper.subtitle = Text::tr("本页不放进材料里，单独交给接收人，请与材料分开保管");
    paper.blocks.append(KeyValues{{{Text::tr("材料"), contents.name},
                                   {Text::tr("文件数"), Text::tr("%1 个（连同 manifest.json）").arg(contents.files)},
                                   {Text::tr("合订本页数"), Text::tr("%1 页").arg(contents.pages)},
                                   {Text::tr("缺项"), Text::tr("%1 处").arg(contents.gaps)},
                                   {Text::tr("编制人"), input.preparedBy},
                                   {Text::tr("清单校验值\n（SHA-256）"), contents.manifestSha256},
                                   {Text::tr("操作留痕校验值"), input.journalHead}}});
    paper.blocks.append(Heading{Text::tr("怎样核验")});
    paper.blocks.append(Paragraph{Text::tr(
        "一、材料里的 manifest.json 写着每个文件的校验值。先核对这份清单本身，算出的值应与上面的“清单校验值”逐字相同：")});
    paper.blocks.append(KeyValues{{{Text::tr("Windows"), QStringLiteral("certutil -hashfile manifest.json SHA256")},
                                   {Text::tr("Linux、统信、麒麟"), QStringLiteral("sha256sum manifest.json")}}});
    paper.blocks.append(Paragraph{Text::tr(
        "二、再用同样的办法算任何一个文件的校验值，应与清单里该文件的 sha256 相同；有一个字不同，就是制作之后改动过。")});
    paper.blocks.append(Paragraph{Text::tr("三、装有诚衡的，一条命令核对全部文件，有改动、缺少或多出的逐个指出：")});
    paper.blocks.append(KeyValues{{{Text::tr("命令"), Text::tr("chengheng-cli verify 材料的位置 --head 清单校验值")}}});
    paper.blocks.append(Signatures{{Text::tr("移交人"), Text::tr("接收人")}});
    return paper;
}

} // namespace chengheng::documents
