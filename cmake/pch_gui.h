// Precompiled: the core set and the widgets.
#pragma once
#include "pch_core.h"
#include <QtWidgets>
