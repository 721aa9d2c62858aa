/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-mutate.h"

#include <string.h>

#define MOST_STEPS 12
#define LONGEST_PIECE 64
/* So that inputs stay small enough for many of them. */
#define LONGEST (256 * 1024)

/* What readers take for the beginning or the end of something. */
static const char * const tokens[] = {
  "", "\"", "\"\"", ",", ";", "\r\n", "\n", "\r", "\xef\xbb\xbf", "\xff\xfe", "\xc3", "\xf0\x9f", "0", "-1", "1e308",
  "99999999999999999999", "NaN", "<", ">", "</", "/>", "&amp;", "&#0;", "&x;", "]]>", "<!--", "<!DOCTYPE a [", "<row>",
  "<c>", "<v>", "<row r=\"1048577\">", "r=\"ZZZ9\"", "t=\"s\"", "s=\"65536\"", "_x0000_", "{", "}", "[", "]", ":", "null",
  "true", "\\u0000", "\\ud800", "_live", "risk", "R1",
};

static void
insert (GByteArray   *bytes,
        guint         at,
        const void   *data,
        gsize         length)
{
  guint before = bytes->len;

  if (length == 0)
    return;
  g_byte_array_set_size (bytes, before + (guint) length);
  if (before > at)
    memmove (bytes->data + at + length, bytes->data + at, before - at);
  memcpy (bytes->data + at, data, length);
}

static void
insert_from (GByteArray *bytes,
             guint       at,
             GBytes     *source,
             GRand      *random)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (source, &length);
  guint from, n;

  if (length == 0)
    return;
  from = (guint) g_rand_int_range (random, 0, (gint32) length);
  n = (guint) g_rand_int_range (random, 1, 1 + (gint32) MIN (length - from, 4 * LONGEST_PIECE));
  insert (bytes, at, data + from, n);
}

static void
step (GByteArray *bytes,
      GPtrArray  *seeds,
      GRand      *random)
{
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) bytes->len) : 0;
  guint wanted = (guint) g_rand_int_range (random, 1, LONGEST_PIECE);
  guint n = MIN (wanted, bytes->len - at);
  const char *token = tokens[g_rand_int_range (random, 0, G_N_ELEMENTS (tokens))];
  g_autofree guint8 *piece = NULL;

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      break;
    case 1:
      if (bytes->len > 0)
        bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 2:
      if (n > 0)
        g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      if (n > 0)
        piece = g_memdup2 (bytes->data + at, n);
      insert (bytes, at, piece, n);
      break;
    case 4:
      insert_from (bytes, at, g_ptr_array_index (seeds, (guint) g_rand_int_range (random, 0, (gint32) seeds->len)), random);
      break;
    case 5:
      g_byte_array_set_size (bytes, at);
      break;
    default:
      insert (bytes, at, token, strlen (token));
      break;
    }
}

/* Returns: (transfer full): one of some good inputs, made worse; the same for the same random numbers */
GBytes *
fuzz_mutate (GPtrArray *seeds,
             GRand     *random)
{
  GBytes *seed = g_ptr_array_index (seeds, (guint) g_rand_int_range (random, 0, (gint32) seeds->len));
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  const void *data = g_bytes_get_data (seed, &length);
  int n_steps = g_rand_int_range (random, 1, MOST_STEPS);

  g_byte_array_append (bytes, data, (guint) length);
  for (int i = 0; i < n_steps && bytes->len < LONGEST; i++)
    step (bytes, seeds, random);
  return g_byte_array_free_to_bytes (bytes);
}
