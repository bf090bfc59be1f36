// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/uid.h"

namespace chengheng::rules {

/// Which paper of which campaign: what its QR code says.
struct PaperCode {
    QString campaign; ///< campaignMark() of it
    QString number;   ///< "2024-00012"

    friend bool operator==(const PaperCode&, const PaperCode&) = default;
};

/// The last eight digits of the campaign's uid in capitals; its beginning is only the hour it was made.
QString campaignMark(const Uid& campaign);

/// "2024-00012". Of one year they sort as they were given, up to 99999.
QString paperNumber(int year, qint64 counter);
/// The counter in a number; 0 where it is none.
qint64 counterOf(const QString& number);

/// "CH1:7F3A2C1B-2024-00012-K": capitals, digits and signs of the QR code's alphanumeric mode. The last is a
/// check character by ISO 7064 MOD 37,36, which finds every single wrong letter and swapped neighbours.
QString codeText(const PaperCode& code);

/// Reads it back. NotFound "not_a_paper_code" for a code that is none of ours, Invalid "damaged_paper_code"
/// where the check character says that it was misread.
Result<PaperCode> parsePaperCode(const QString& text);

} // namespace chengheng::rules
