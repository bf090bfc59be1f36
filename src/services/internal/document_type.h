// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace chengheng::services {

/// Media type of a document that may be attached: PDF, or one of WPS and Office, whose ending must be that of
/// its content. Invalid "unsupported_file" for any other kind of file, "ending_mismatch" where the content is
/// another than the ending says, or none that the ending could have.
Result<QString> documentType(const QByteArray& bytes, const QString& name);

} // namespace chengheng::services
