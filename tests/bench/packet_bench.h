// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Runs this program again as a process of its own that makes or writes a packet's pages ("packet-write",
/// "packet-html"). Where it was asked for as such a process, runs it and gives its exit status, else -1.
int runPacketMode(int& argc, char** argv);

/// A packet against LibreOffice Writer with the same pages, its memory, and the cost of a page from 40 units to 300.
void benchPackets();
