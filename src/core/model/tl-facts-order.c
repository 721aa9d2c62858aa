/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-private.h"

static int
compare_field (const TlField *field,
               const TlFacts *a,
               const TlFacts *b)
{
  gconstpointer at_a = (const guint8 *) a + field->offset;
  gconstpointer at_b = (const guint8 *) b + field->offset;

  switch ((int) field->type)
    {
    case TL_FIELD_DAY:
      return *(const TlDay *) at_a - *(const TlDay *) at_b;
    case TL_FIELD_WORD:
      return *(const int *) at_a - *(const int *) at_b;
    case TL_FIELD_WHOLE:
      {
        int number_a = *(const int *) at_a, number_b = *(const int *) at_b;

        /* Without a number it comes after those that have one. */
        return number_a == 0 || number_b == 0 ? (number_a == 0) - (number_b == 0) : number_a - number_b;
      }
    case TL_FIELD_TEXT:
      return tl_facts_compare_refs (*(const char * const *) at_a, *(const char * const *) at_b);
    case TL_FIELD_LINK:
      {
        const TlFacts *to_a = *(const TlFacts * const *) at_a;
        const TlFacts *to_b = *(const TlFacts * const *) at_b;

        if (to_a == NULL || to_b == NULL || to_a == to_b)
          return (to_a == NULL) - (to_b == NULL);
        return tl_facts_compare (field->target, to_a, to_b);
      }
    default:
      return 0;
    }
}

/**
 * tl_facts_get_order:
 * @table: a table
 *
 * Returns: (transfer none) (nullable): the field by which its rows are kept in order, %NULL when that is their ref
 */
const TlField *
tl_facts_get_order (TlTable table)
{
  /* Sorting a million rows asks twenty million times. */
  static const TlField *orders[TL_N_TABLES];
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      for (TlTable one = 0; one < TL_N_TABLES; one++)
        {
          const TlTableLayout *layout = tl_layout_get (one);

          orders[one] = layout->order != NULL ? tl_layout_find_field (one, layout->order) : NULL;
        }
      g_once_init_leave (&known, 1);
    }
  return orders[table];
}

/**
 * tl_facts_compare:
 * @table: a table
 * @a: one of its rows
 * @b: another one
 *
 * Compares by the table's order, then by ref, then by id.
 *
 * Returns: less than, equal to or greater than zero
 */
int
tl_facts_compare (TlTable        table,
                  const TlFacts *a,
                  const TlFacts *b)
{
  const TlField *field = tl_facts_get_order (table);
  int order = 0;

  if (field != NULL)
    order = compare_field (field, a, b);
  if (order == 0)
    order = tl_facts_compare_refs (a->ref, b->ref);
  if (order == 0)
    order = tl_id_compare (&a->id, &b->id);
  return order;
}
