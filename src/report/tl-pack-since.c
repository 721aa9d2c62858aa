/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since the last provider review. */
#include "config.h"

#include "tl-pack.h"

#include "tl-format.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
#include "tl-since.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_RISK,
  COLUMN_MOVED,
  COLUMN_NOW,
};

/* "weaker: Even, sound to weak", or how the risk as a whole moved. */
static char *
describe_movement (const TlSinceItem *item)
{
  const char *moved = tl_movement_get_word (item->movement);
  g_autofree char *link = NULL;

  if (item->link != TL_LINE_LINK_NONE)
    /* Translators: a link of the line, and what it was and is */
    link = g_strdup_printf (_("%1$s, %2$s to %3$s"), tl_report_link_name (item->link),
                            tl_word_label (TL_TYPE_LINK_STATE, item->before), tl_word_label (TL_TYPE_LINK_STATE, item->now));
  if (item->movement == TL_MOVEMENT_WEAKER)
    return g_markup_printf_escaped ("<b>%s</b>%s%s", moved, link != NULL ? "\n" : "", link != NULL ? link : "");

  return g_markup_printf_escaped ("%s%s%s", moved, link != NULL ? "\n" : "", link != NULL ? link : "");
}

static void
add_item (TlPageTable       *table,
          const TlSinceItem *item)
{
  g_autofree char *risk = g_markup_escape_text (item->title, -1);
  g_autofree char *moved = describe_movement (item);
  g_autofree char *now = g_markup_escape_text (item->text != NULL ? item->text : "", -1);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_RISK, TL_PRINT_BODY, risk);
  tl_page_table_set_cell (table, COLUMN_MOVED, TL_PRINT_BODY, moved);
  tl_page_table_set_cell (table, COLUMN_NOW, TL_PRINT_BODY, now);
}

static void
add_items (TlFlow    *flow,
           GPtrArray *items)
{
  TlPageTable *table = tl_page_table_new ();

  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Moved"), TL_COLUMN_SHARE, 0.9, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Now"), TL_COLUMN_SHARE, 1.7, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_RISK);
  for (guint i = 0; i < items->len; i++)
    add_item (table, g_ptr_array_index (items, i));
  tl_flow_add_space (flow, 8.0);
  tl_flow_add_table (flow, table);
}

static char *
describe_comparison (const TlSince *since)
{
  g_autofree char *day = tl_format_day_long (since->day);

  if (since->forum != NULL)
    /* Translators: a forum, and a day */
    return g_markup_printf_escaped (_("Each line as it is judged now, against how it is judged for the last provider review: %1$s, %2$s."),
                                    since->forum, day);
  return g_markup_printf_escaped (_("Each line as it is judged now, against how it is judged for the last provider review on %s."), day);
}

/**
 * tl_pack_add_since:
 * @making: the pack
 * @flow: what is added to
 *
 * Adds what changed since the last provider review, what got weaker first: a risk that was closed since stands here, too,
 * since nothing else in the pack speaks of it.
 */
void
tl_pack_add_since (const TlReportMaking *making,
                   TlFlow               *flow)
{
  g_autoptr (TlSince) since = tl_since_new (making->assessment, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < since->items->len; i++)
    {
      TlSinceItem *item = g_ptr_array_index (since->items, i);

      if (item->movement == TL_MOVEMENT_ENDED || tl_pack_has (making, &item->risk))
        g_ptr_array_add (items, item);
    }
  if (since->day == TL_NO_DAY)
    {
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("No provider review was held before, so there is nothing to compare with."));
    }
  else
    {
      g_autofree char *about = describe_comparison (since);

      tl_flow_add_space (flow, 2.0);
      tl_flow_add_paragraph (flow, TL_PRINT_DIMMED, about);
      if (items->len > 0)
        add_items (flow, items);
      else
        tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("No line of a risk in this pack got weaker or stronger."));
    }
}
