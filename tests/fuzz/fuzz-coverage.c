/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-seeds.h"

/* The readers for libFuzzer, which finds inputs that reach code that no earlier one did. It calls these two. */

int LLVMFuzzerInitialize   (int          *argc,
                            char       ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         length);

/* Seeds go into a folder, from which it begins. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr (GPtrArray) seeds = fuzz_read_seeds ();

  for (guint i = 0; i < seeds->len; i++)
    {
      gsize length;
      const char *data = g_bytes_get_data (g_ptr_array_index (seeds, i), &length);
      g_autofree char *name = g_strdup_printf ("seed-%u", i);
      g_autofree char *path = g_build_filename (g_getenv ("TL_FUZZ_SEEDS"), name, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_file_set_contents (path, data, (gssize) length, &error))
        g_error ("%s", error->message);
    }
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         length)
{
  g_autoptr (GBytes) input = g_bytes_new (data, length);

  fuzz_target.try (input);
  return 0;
}
