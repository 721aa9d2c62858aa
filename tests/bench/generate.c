/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "bench-workbook.h"
#include "test-store.h"

/* generate FILE: writes a workbook of any size, shaped like the sample. */

static BenchSize size = { 6, 20, 320, 1500, FALSE };
static int seed = 1;

static const GOptionEntry entries[] = {
  { "locations", 0, 0, G_OPTION_ARG_INT, &size.locations, "How many locations", "N" },
  { "risks", 0, 0, G_OPTION_ARG_INT, &size.risks, "How many risks", "N" },
  { "evidence", 0, 0, G_OPTION_ARG_INT, &size.evidence, "How many items of evidence", "N" },
  { "readings", 0, 0, G_OPTION_ARG_INT, &size.readings, "How many readings", "N" },
  { "everywhere", 0, 0, G_OPTION_ARG_INT, &size.everywhere, "Whether each risk is of all locations", "1" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What else the workbook depends on", "N" },
  G_OPTION_ENTRY_NULL
};

static gboolean
is_sensible (void)
{
  return size.locations > 0 && size.locations <= 100000 && size.risks <= 1000000 && size.evidence <= 100000000
         && size.readings <= 100000000;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE");
  g_autoptr (TestDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TlStore *store;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 2;
    }
  if (argc != 2 || !is_sensible ())
    {
      g_printerr ("%s: give one FILE, at least one location, and no number below zero.\n", argv[0]);
      return 2;
    }

  desk = test_desk_new ();
  text = g_strdup_printf ("bench %d", seed);
  store = test_store_new (text);
  bench_workbook_write (store, &size, (guint32) seed);
  test_store_save (store, argv[1]);
  test_store_close (store);
  return 0;
}
