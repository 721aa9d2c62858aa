/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-privacy.h"

#include <string.h>

/* The example of the NHS Data Dictionary, and numbers of the range that is never given out. */
#define NUMBER "9434765919"

static void
test_found_however_written (void)
{
  static const char * const written[] = {
    NUMBER, "943 476 5919", "943-476-5919", "943\u00a0476\u00a05919", "943\u2011476 5919", "9990000018", "9990000026",
    "Mrs A (" NUMBER ") fell", "NHS" NUMBER ".", "12 " NUMBER, "12 943 476 5919 7", "٩٤٣٤٧٦٥٩١٩", "\n\n" NUMBER "\n",
    "9434765918 then 943 476 5919",
  };

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    if (tl_privacy_warn (written[i]) == NULL)
      g_error ("“%s” isn’t found", written[i]);
}

static void
test_other_numbers_pass (void)
{
  static const char * const written[] = {
    "", "12 in every 100", "9434765918", "94347659190", "09434765919", "943476591", "07700 900123", "2026-03-31 2026",
    "9434 765 919", "943  476 5919", "943 476 59191", "1943 476 5919", "943.476.5919", "9990000010 9990000020",
    "£1,234,567,890", "9 4 3 4 7 6 5 9 1 9",
  };

  g_assert_null (tl_privacy_warn (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    if (tl_privacy_warn (written[i]) != NULL)
      g_error ("“%s” is taken for an NHS number", written[i]);
}

static guint
count_last_digits (const char *nine)
{
  guint n = 0;

  for (int last = 0; last <= 9; last++)
    {
      g_autofree char *number = g_strdup_printf ("%s%d", nine, last);

      n += tl_privacy_find_number (number, NULL, NULL);
    }
  return n;
}

/* One last digit is right; none where it would have to be ten. */
static void
test_check_digit (void)
{
  g_assert_cmpuint (count_last_digits ("943476591"), ==, 1);
  g_assert_cmpuint (count_last_digits ("999000005"), ==, 1);
  g_assert_true (tl_privacy_find_number ("9990000050", NULL, NULL));
  g_assert_cmpuint (count_last_digits ("999000000"), ==, 0);
}

static void
test_says_where (void)
{
  const char *text = "Élan: 943 476 5919, asked twice";
  gsize start = 0, length = 0;

  g_assert_true (tl_privacy_find_number (text, &start, &length));
  g_assert_cmpint (strncmp (text + start, "943 476 5919", length), ==, 0);
  g_assert_cmpuint (length, ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy/found-however-written", test_found_however_written);
  g_test_add_func ("/privacy/other-numbers-pass", test_other_numbers_pass);
  g_test_add_func ("/privacy/check-digit", test_check_digit);
  g_test_add_func ("/privacy/says-where", test_says_where);
  return g_test_run ();
}
