// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Ten years of 300 units with 5,000 instruments: how long each page and a unit's page take to open, and how long
/// the window's thread is busy meanwhile.
void benchCampaign();
