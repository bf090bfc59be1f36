// Precompiled: the papers' set and the widgets.
#pragma once
#include <QtWidgets>

#include "pch_papers.h"
