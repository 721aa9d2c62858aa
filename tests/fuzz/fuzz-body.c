/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "tl-change-body.h"

/* The body of a change, as it comes with somebody's copy: what is read must be written the same. */

static void
begin (GPtrArray *seeds)
{
  static const TlId risk = { { 1 } }, person = { { 2 } };
  g_autoptr (TlChange) change = tl_change_new ("risk.edit"), empty = tl_change_new ("merge");
  g_auto (TlValue) number = TL_VALUE_INIT, whole = TL_VALUE_INIT;

  tl_value_set_real (&number, 94.25);
  tl_value_set_integer (&whole, -3);
  tl_change_add_row (change, "risk", &risk);
  tl_change_set_text (change, "risk", &risk, "title", "Missed “doses” \\ \"at night\"\nand\tby day");
  tl_change_set (change, "risk", &risk, "likelihood", &whole);
  tl_change_set (change, "measure", &risk, "target", &number);
  tl_change_set_id (change, "risk", &risk, "checked_by_person", &person);
  tl_change_remove_row (change, "person", &person);
  g_ptr_array_add (seeds, tl_change_body_write (change));
  g_ptr_array_add (seeds, tl_change_body_write (empty));
  g_ptr_array_add (seeds, tl_change_body_compress (g_ptr_array_index (seeds, 0)));
}

static void
try (GBytes *input)
{
  g_autoptr (TlChange) change = tl_change_new ("merge");
  g_autoptr (GBytes) plain = tl_change_body_decompress (input, NULL);
  g_autoptr (GBytes) again = NULL;

  if (!tl_change_body_read (change, input, NULL))
    return;
  again = tl_change_body_write (change);
  g_assert_true (g_bytes_equal (input, again));
}

const FuzzTarget fuzz_target = { "body", 40000, begin, try, NULL };
