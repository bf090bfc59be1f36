// SPDX-License-Identifier: GPL-3.0-or-later

/// Read by jemalloc when the program starts. Huge pages: a ledger of 100 000 rows touches some hundred megabytes, and
/// getting them 4 KiB at a time took half of the due engine's time. One arena: an import's threads hand their rows on,
/// and what one arena frees another cannot use.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always,narenas:1";
}
