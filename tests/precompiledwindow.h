// As precompiledcore.h, for the tests of windows.
#pragma once

#define QT_STATICPLUGIN // a plug-in in a test, as that of testfigureaccess, is a part of its program

#include "precompiledcore.h"

#include <QtWidgets>
