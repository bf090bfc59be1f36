// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/letter_styles.h"

#include "documents/letter_fonts.h"

namespace chengheng::documents {

namespace {

constexpr int deepestStyle = 20; ///< styles based on each other in a ring
constexpr double lettersPerUnit = 0.01;
constexpr double largestLetter = 400; ///< points; damaged documents name absurd ones
constexpr double largestMultiple = 20;

/// The first of two attributes that is there: documents say start or left, end or right.
const char* nameOf(pugi::xml_node node, const char* name, const char* newer)
{
    return node.attribute(newer) ? newer : name;
}

void setAlignment(LetterParagraph& paragraph, const QString& word)
{
    paragraph.isJustified = word == QLatin1String("both") || word == QLatin1String("distribute");
    paragraph.alignment = Alignment::Left;
    if (word == QLatin1String("center"))
        paragraph.alignment = Alignment::Centre;
    else if (word == QLatin1String("right") || word == QLatin1String("end"))
        paragraph.alignment = Alignment::Right;
}

void setSpacing(LetterParagraph& paragraph, pugi::xml_node spacing)
{
    constexpr double unitsPerLine = 240;
    paragraph.before = qBound(0.0, pointsOf(spacing, "w:before", paragraph.before), largestLetter);
    paragraph.after = qBound(0.0, pointsOf(spacing, "w:after", paragraph.after), largestLetter);
    if (!spacing.attribute("w:line"))
        return;
    const QString rule = attributeOf(spacing, "w:lineRule");
    if (rule == QLatin1String("exact") || rule == QLatin1String("atLeast")) {
        paragraph.pitchKind = rule == QLatin1String("exact") ? LinePitch::Exact : LinePitch::AtLeast;
        paragraph.pitch = qBound(1.0, pointsOf(spacing, "w:line"), largestLetter);
    } else {
        paragraph.pitchKind = LinePitch::Multiple;
        paragraph.pitch = qBound(0.1, spacing.attribute("w:line").as_double() / unitsPerLine, largestMultiple);
    }
}

void setLetters(double& letters, pugi::xml_node indent, const char* name)
{
    if (const pugi::xml_attribute value = indent.attribute(name))
        letters = value.as_double() * lettersPerUnit;
}

void setIndent(LetterLook& look, pugi::xml_node indent)
{
    LetterParagraph& paragraph = look.paragraph;
    paragraph.left = pointsOf(indent, nameOf(indent, "w:left", "w:start"), paragraph.left);
    paragraph.right = pointsOf(indent, nameOf(indent, "w:right", "w:end"), paragraph.right);
    if (indent.attribute("w:firstLine"))
        paragraph.firstLine = pointsOf(indent, "w:firstLine");
    if (indent.attribute("w:hanging"))
        paragraph.firstLine = -pointsOf(indent, "w:hanging");
    setLetters(look.leftLetters, indent, nameOf(indent, "w:leftChars", "w:startChars"));
    setLetters(look.rightLetters, indent, nameOf(indent, "w:rightChars", "w:endChars"));
    if (indent.attribute("w:firstLineChars"))
        look.hangingLetters = 0;
    if (indent.attribute("w:hangingChars"))
        look.firstLineLetters = 0;
    setLetters(look.firstLineLetters, indent, "w:firstLineChars");
    setLetters(look.hangingLetters, indent, "w:hangingChars");
}

void setList(LetterLook& look, pugi::xml_node numbering)
{
    if (const pugi::xml_node list = numbering.child("w:numId"))
        look.list = attributeOf(list, "w:val");
    if (const pugi::xml_node level = numbering.child("w:ilvl"))
        look.level = level.attribute("w:val").as_int();
}

} // namespace

void applyRules(LetterRules& rules, pugi::xml_node borders)
{
    const auto apply = [borders](bool& rule, const char* name, const char* newer) {
        if (const pugi::xml_node border = borders.child(borders.child(newer) ? newer : name))
            rule = isOn(border);
    };
    apply(rules.top, "w:top", "w:top");
    apply(rules.bottom, "w:bottom", "w:bottom");
    apply(rules.left, "w:left", "w:start");
    apply(rules.right, "w:right", "w:end");
    apply(rules.across, "w:insideH", "w:insideH");
    apply(rules.down, "w:insideV", "w:insideV");
}

void LetterLook::applyParagraph(pugi::xml_node properties)
{
    for (pugi::xml_node property : properties.children()) {
        if (is(property, "w:jc"))
            setAlignment(paragraph, attributeOf(property, "w:val"));
        else if (is(property, "w:spacing"))
            setSpacing(paragraph, property);
        else if (is(property, "w:ind"))
            setIndent(*this, property);
        else if (is(property, "w:pageBreakBefore"))
            paragraph.breaksPage = isOn(property);
        else if (is(property, "w:keepNext"))
            paragraph.isKeptWithNext = isOn(property);
        else if (is(property, "w:numPr"))
            setList(*this, property);
    }
}

void LetterLook::applyRun(pugi::xml_node properties)
{
    constexpr double halfPoint = 0.5;
    for (pugi::xml_node property : properties.children()) {
        if (is(property, "w:rFonts") && property.attribute("w:eastAsia")) {
            run.face = attributeOf(property, "w:eastAsia");
            run.kind = kindOfFace(run.face);
        } else if (is(property, "w:sz")) {
            run.points = qBound(1.0, property.attribute("w:val").as_double(32) * halfPoint, largestLetter);
        } else if (is(property, "w:b")) {
            run.isBold = isOn(property);
        } else if (is(property, "w:u")) {
            run.isUnderlined = isOn(property);
        } else if (is(property, "w:spacing")) {
            run.spacing = qBound(-largestLetter, pointsOf(property, "w:val"), largestLetter);
        }
    }
}

LetterParagraph LetterLook::settled() const
{
    const double letter = run.points + run.spacing;
    LetterParagraph counted = paragraph;
    if (leftLetters != 0)
        counted.left = leftLetters * letter;
    if (rightLetters != 0)
        counted.right = rightLetters * letter;
    if (firstLineLetters != 0)
        counted.firstLine = firstLineLetters * letter;
    if (hangingLetters != 0)
        counted.firstLine = -hangingLetters * letter;
    counted.markPoints = run.points;
    return counted;
}

LetterStyles::LetterStyles(pugi::xml_node styles)
{
    const pugi::xml_node defaults = styles.child("w:docDefaults");
    m_default.run.points = 10;
    m_default.run.kind = FaceKind::SongTi;
    m_default.applyParagraph(defaults.child("w:pPrDefault").child("w:pPr"));
    m_default.applyRun(defaults.child("w:rPrDefault").child("w:rPr"));
    for (pugi::xml_node style : styles.children("w:style")) {
        const QString id = attributeOf(style, "w:styleId");
        m_styles.insert(id, style);
        if (attributeOf(style, "w:type") == QLatin1String("paragraph") && style.attribute("w:default").as_bool())
            m_defaultId = id;
    }
}

void LetterStyles::apply(LetterLook& look, const QString& id, int depth) const
{
    const pugi::xml_node style = m_styles.value(id);
    if (!style || depth > deepestStyle)
        return;
    apply(look, attributeOf(style.child("w:basedOn"), "w:val"), depth + 1);
    look.applyParagraph(style.child("w:pPr"));
    look.applyRun(style.child("w:rPr"));
}

LetterLook LetterStyles::paragraphLook(const QString& id) const
{
    LetterLook look = m_default;
    const QString known = m_styles.contains(id) ? id : m_defaultId;
    apply(look, known);
    look.paragraph.style = known;
    return look;
}

void LetterStyles::applyCharacterStyle(LetterLook& look, const QString& id) const
{
    apply(look, id);
}

LetterRules LetterStyles::tableRules(pugi::xml_node tableProperties) const
{
    QVector<pugi::xml_node> borders{tableProperties.child("w:tblBorders")};
    pugi::xml_node style = m_styles.value(attributeOf(tableProperties.child("w:tblStyle"), "w:val"));
    for (int depth = 0; style && depth < deepestStyle; ++depth) {
        borders.append(style.child("w:tblPr").child("w:tblBorders"));
        style = m_styles.value(attributeOf(style.child("w:basedOn"), "w:val"));
    }
    LetterRules rules;
    for (auto one = borders.crbegin(); one != borders.crend(); ++one)
        applyRules(rules, *one);
    return rules;
}

} // namespace chengheng::documents
