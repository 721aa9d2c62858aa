/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Conclusions are drawn on threads that all tasks share. As long as it is closed others have these all to themselves, so
 * that a workbook stays as it is before anything is concluded of it. */
typedef struct _AppGate AppGate;

AppGate *app_gate_new  (void);
void     app_gate_open (AppGate *self);
