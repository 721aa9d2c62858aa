/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FuzzTarget:
 * @name: what reads; also the folder of its seeds
 * @n_inputs: how many inputs it is given where there is little time
 * @begin: (nullable): called once; may add seeds that aren't kept in files
 * @try: reads one input, which may be anything
 * @end: (nullable): called at the end
 *
 * A reader of something that comes from outside. It may refuse whatever it is given, but must not crash, hang or grow.
 */
typedef struct
{
  const char *name;
  guint n_inputs;
  void (*begin) (GPtrArray *seeds);
  void (*try)   (GBytes    *input);
  void (*end)   (void);
} FuzzTarget;

extern const FuzzTarget fuzz_target;

G_END_DECLS
