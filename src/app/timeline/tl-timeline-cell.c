/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-cell.h"

#include <math.h>

#include "tl-drawn-pixels.h"
#include "tl-files-mark.h"
#include "tl-font-size.h"
#include "tl-timeline-mark.h"
#include "tl-widget-ink.h"

/* Between words and what stands beside them. */
#define GAP 6

struct _TlTimelineCell
{
  TlStyledCell parent_instance;

  TlTimelineColumn column;
  /* Held only for its mark. */
  TlTimelineItem *item;
  char *words;
  /* Only where there ever were files. */
  GtkWidget *files;
  /* Made anew when the style changes. */
  PangoLayout *layout;
  TlInk *ink;
  int char_width;
  int height;
};

G_DEFINE_FINAL_TYPE (TlTimelineCell, tl_timeline_cell, TL_TYPE_STYLED_CELL)

static const struct
{
  const char *property;
  guint least_chars;
  guint usual_chars;
  const char *look;
} columns[] = {
  [TL_TIMELINE_COLUMN_DAY] = { "day", 6, 10, NULL },
  [TL_TIMELINE_COLUMN_TEXT] = { "text", 24, 40, NULL },
  [TL_TIMELINE_COLUMN_SOURCE] = { "source", 6, 16, NULL },
  [TL_TIMELINE_COLUMN_KIND] = { "kind", 6, 9, "supporting" },
  [TL_TIMELINE_COLUMN_SAYS] = { "says", 6, 16, NULL },
  [TL_TIMELINE_COLUMN_PLACE] = { "place", 6, 16, NULL },
};

/* ── Size ─────────────────────────────────────────────────────────────────── */

static void
ensure_size (TlTimelineCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->height == 0)
    tl_font_size_find (context, pango_context_get_font_description (context), &self->char_width, &self->height);
}

static const TlInk *
get_ink (TlTimelineCell *self)
{
  if (self->ink == NULL)
    self->ink = tl_widget_ink_new (GTK_WIDGET (self));

  return self->ink;
}

static int
get_mark_size (TlTimelineCell *self)
{
  return self->column == TL_TIMELINE_COLUMN_SAYS ? (int) ceil (tl_ink_px (get_ink (self), TL_TIMELINE_MARK_SIZE) - 0.05) : 0;
}

static int
get_files_width (TlTimelineCell *self)
{
  int width;

  if (self->files == NULL || !gtk_widget_get_visible (self->files))
    return 0;
  gtk_widget_measure (self->files, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
tl_timeline_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (widget);
  int mark = get_mark_size (self);

  ensure_size (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (self->height, mark);
      return;
    }
  mark += mark > 0 ? GAP : 0;
  *minimum = mark + PANGO_PIXELS_CEIL ((int) columns[self->column].least_chars * self->char_width);
  *natural = mark + PANGO_PIXELS_CEIL ((int) columns[self->column].usual_chars * self->char_width);
}

static void
tl_timeline_cell_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int files = get_files_width (self);

  if (files > 0)
    gtk_widget_size_allocate (self->files, &(GtkAllocation) { mirrored ? 0 : width - files, 0, files, height }, -1);
}

/* ── Drawing ──────────────────────────────────────────────────────────────── */

static void
draw_mark_cb (cairo_t *cr,
              double   width,
              double   height,
              gpointer data)
{
  TlTimelineCell *self = data;

  tl_timeline_mark_draw_item (self->item, get_ink (self), cr, width / 2, height / 2);
}

static PangoLayout *
ensure_layout (TlTimelineCell *self)
{
  if (self->layout != NULL)
    return self->layout;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->words);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  if (self->column == TL_TIMELINE_COLUMN_DAY)
    tl_styled_cell_align_digits (self->layout);
  return self->layout;
}

static void
snapshot_words (TlTimelineCell *self,
                GtkSnapshot    *snapshot,
                int             left,
                int             width)
{
  PangoLayout *layout = ensure_layout (self);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoRectangle box;
  GdkRGBA colour;
  int x, y;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &box);
  x = left + (mirrored ? width - box.width : 0) - box.x;
  y = (gtk_widget_get_height (GTK_WIDGET (self)) - box.height) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
tl_timeline_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget), mark = get_mark_size (self), files = get_files_width (self);
  int before = mark > 0 ? mark + GAP : 0, after = files > 0 ? files + GAP : 0;

  if (mark > 0 && self->item != NULL)
    {
      int y = (gtk_widget_get_height (widget) - mark) / 2;

      tl_drawn_pixels_snapshot (widget, snapshot, &GRAPHENE_RECT_INIT (mirrored ? width - mark : 0, y, mark, mark),
                                draw_mark_cb, self);
    }
  if (self->words != NULL && *self->words != '\0')
    snapshot_words (self, snapshot, mirrored ? after : before, width - before - after);
  if (files > 0)
    gtk_widget_snapshot_child (widget, self->files, snapshot);
}

static void
tl_timeline_cell_forget_style (TlStyledCell *cell)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (cell);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->ink, tl_ink_free);
  self->height = 0;
}

/* What doesn't fit is told when somebody points at it. */
static gboolean
tl_timeline_cell_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->words);
  return TRUE;
}

static void
tl_timeline_cell_dispose (GObject *object)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (object);

  g_clear_pointer (&self->files, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_timeline_cell_parent_class)->dispose (object);
}

static void
tl_timeline_cell_finalize (GObject *object)
{
  TlTimelineCell *self = TL_TIMELINE_CELL (object);

  g_free (self->words);

  G_OBJECT_CLASS (tl_timeline_cell_parent_class)->finalize (object);
}

static void
tl_timeline_cell_class_init (TlTimelineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_timeline_cell_dispose;
  object_class->finalize = tl_timeline_cell_finalize;
  widget_class->measure = tl_timeline_cell_measure;
  widget_class->size_allocate = tl_timeline_cell_size_allocate;
  widget_class->snapshot = tl_timeline_cell_snapshot;
  widget_class->query_tooltip = tl_timeline_cell_query_tooltip;
  TL_STYLED_CELL_CLASS (klass)->forget_style = tl_timeline_cell_forget_style;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "timeline-cell");
}

static void
tl_timeline_cell_init (TlTimelineCell *self)
{
}

/**
 * tl_timeline_cell_new:
 * @column: a column
 *
 * Returns: (transfer floating): a cell of it
 */
GtkWidget *
tl_timeline_cell_new (TlTimelineColumn column)
{
  TlTimelineCell *self = g_object_new (TL_TYPE_TIMELINE_CELL, NULL);

  self->column = column;
  if (columns[column].look != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), columns[column].look);
  return GTK_WIDGET (self);
}

static void
show_files (TlTimelineCell *self,
            TlTimelineItem *item)
{
  g_autofree char *files = tl_timeline_item_name_files (item);

  if (self->files == NULL && files == NULL)
    return;
  if (self->files == NULL)
    {
      self->files = g_object_new (TL_TYPE_FILES_MARK, NULL);
      gtk_widget_set_parent (self->files, GTK_WIDGET (self));
    }
  g_object_set (self->files, "files", files, NULL);
}

/**
 * tl_timeline_cell_set_item:
 * @self: a cell
 * @item: an item
 *
 * Shows what its column says of an item.
 */
void
tl_timeline_cell_set_item (TlTimelineCell *self,
                           TlTimelineItem *item)
{
  g_return_if_fail (TL_IS_TIMELINE_CELL (self));
  g_return_if_fail (TL_IS_TIMELINE_ITEM (item));

  if (self->column == TL_TIMELINE_COLUMN_SAYS)
    g_set_object (&self->item, item);
  if (self->column == TL_TIMELINE_COLUMN_TEXT)
    show_files (self, item);
  g_clear_pointer (&self->words, g_free);
  g_object_get (item, columns[self->column].property, &self->words, NULL);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->words != NULL ? self->words : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words != NULL ? self->words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_timeline_cell_get_words:
 * @self: a cell
 *
 * Returns: (nullable): the words that it shows
 */
const char *
tl_timeline_cell_get_words (TlTimelineCell *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CELL (self), NULL);

  return self->words;
}
