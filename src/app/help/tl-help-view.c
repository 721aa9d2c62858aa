/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-view.h"

#include <glib/gi18n.h>

#include "tl-help-blocks.h"
#include "tl-help-text.h"

struct _TlHelpView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *page_box;

  /* The list that items are being added to. */
  GtkWidget *list;
  /* Until what is shown has its size: what is to be seen then, and how far the page is to be scrolled otherwise. */
  GtkWidget *heading;
  double scroll;
  guint settling;
  guint frames;
};

typedef enum
{
  SIGNAL_LINK_ACTIVATED,
} TlHelpViewSignal;

static guint signals[SIGNAL_LINK_ACTIVATED + 1];

G_DEFINE_FINAL_TYPE (TlHelpView, tl_help_view, ADW_TYPE_BIN)

/* ── Links ────────────────────────────────────────────────────────────────── */

static gboolean
activate_link_cb (TlHelpView *self,
                  const char *address)
{
  g_autofree char *kept = g_strdup (address);

  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, kept);
  return TRUE;
}

static void
row_activated_cb (TlHelpView    *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "address"));
}

/* Wherever words stand that may have links. */
static void
connect_links (TlHelpView *self,
               GtkWidget  *widget)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_object (widget, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    connect_links (self, child);
}

/* ── Blocks ───────────────────────────────────────────────────────────────── */

static void
append (TlHelpView *self,
        GtkWidget  *widget)
{
  self->list = NULL;
  connect_links (self, widget);
  gtk_box_append (self->page_box, widget);
}

static void
append_item (TlHelpView        *self,
             const TlHelpBlock *block)
{
  GtkWidget *item = tl_help_blocks_make_item (block), *list = self->list;

  /* A first step begins a list of its own. */
  if (list == NULL || !GTK_IS_BOX (list) || block->number == 1)
    {
      list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation", GTK_ORIENTATION_VERTICAL,
                           "spacing", 6, NULL);
      append (self, list);
      self->list = list;
    }
  connect_links (self, item);
  gtk_box_append (GTK_BOX (list), item);
}

static void
append_link (TlHelpView        *self,
             const TlHelpBlock *block)
{
  GtkWidget *list = self->list, *row = NULL;
  TlHelpPlace place;

  if (!tl_help_library_find (tl_help_library_get (), block->text, &place))
    return;
  if (list == NULL || !GTK_IS_LIST_BOX (list))
    {
      list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
      g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
      append (self, list);
      self->list = list;
    }
  row = tl_help_blocks_make_link (place.page);
  g_object_set_data_full (G_OBJECT (row), "address", g_strdup (block->text), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
append_heading (TlHelpView        *self,
                const TlHelpBlock *block,
                gboolean           wanted)
{
  GtkWidget *heading = tl_help_blocks_make_heading (block->text, FALSE);
  GtkWidget *check = tl_help_blocks_make_check (block->target);

  append (self, heading);
  if (check != NULL)
    append (self, check);
  if (wanted)
    self->heading = heading;
}

static void
append_block (TlHelpView        *self,
              const TlHelpBlock *block,
              gboolean           wanted)
{
  switch (block->kind)
    {
    case TL_HELP_BLOCK_HEADING:
      append_heading (self, block, wanted);
      break;
    case TL_HELP_BLOCK_PARAGRAPH:
      append (self, tl_help_blocks_make_words (block->text));
      break;
    case TL_HELP_BLOCK_NOTE:
      append (self, tl_help_blocks_make_note (block));
      break;
    case TL_HELP_BLOCK_ITEM:
      append_item (self, block);
      break;
    case TL_HELP_BLOCK_CODE:
      append (self, tl_help_blocks_make_code (block));
      break;
    case TL_HELP_BLOCK_FIGURE:
      append (self, tl_help_blocks_make_figure (block));
      break;
    case TL_HELP_BLOCK_LINK:
      append_link (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* ── Where the page is scrolled to ────────────────────────────────────────── */

/* A label that can't be selected can't have the keyboard. */
static void
stand_on_heading (TlHelpView *self)
{
  gtk_label_set_selectable (GTK_LABEL (self->heading), TRUE);
  gtk_widget_grab_focus (self->heading);
  gtk_label_select_region (GTK_LABEL (self->heading), 0, 0);
}

static void
scroll_to_heading (TlHelpView *self)
{
  graphene_point_t place;

  if (!gtk_widget_compute_point (self->heading, GTK_WIDGET (self->page_box), &GRAPHENE_POINT_INIT (0, 0), &place))
    return;
  /* With a little of what is above it. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), MAX (place.y - 12, 0));
}

/* What was just added has its size in the next frame. */
static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlHelpView *self = TL_HELP_VIEW (widget);

  if (++self->frames < 2)
    return G_SOURCE_CONTINUE;
  self->settling = 0;
  /* A screen reader goes on from the heading that was wanted. */
  if (self->heading != NULL)
    {
      stand_on_heading (self);
      if (self->scroll < 0)
        scroll_to_heading (self);
    }
  if (self->scroll >= 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->scroll);
  return G_SOURCE_REMOVE;
}

static void
settle (TlHelpView *self)
{
  self->frames = 0;
  if (self->settling == 0)
    self->settling = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_help_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_HELP_VIEW);

  G_OBJECT_CLASS (tl_help_view_parent_class)->dispose (object);
}

static void
tl_help_view_class_init (TlHelpViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_help_view_dispose;

  /**
   * TlHelpView::link-activated:
   * @self: the view
   * @address: where a link leads, as [method@Tl.HelpLibrary.find] takes it
   *
   * Somebody follows a link.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", TL_TYPE_HELP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/help/help-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHelpView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlHelpView, page_box);
}

static void
tl_help_view_init (TlHelpView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_help_view_show:
 * @self: the view
 * @place: a page, and perhaps a section of it
 *
 * Shows a page from its beginning, or from the section.
 */
void
tl_help_view_show (TlHelpView        *self,
                   const TlHelpPlace *place)
{
  GtkWidget *title = NULL, *child = NULL;

  g_return_if_fail (TL_IS_HELP_VIEW (self));

  title = tl_help_blocks_make_heading (place->page->title, TRUE);
  append (self, title);
  self->heading = title;
  /* Before what had the keyboard goes: it must stand somewhere. */
  stand_on_heading (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_box))) != title)
    gtk_box_remove (self->page_box, child);

  for (guint i = 0; i < place->page->blocks->len; i++)
    {
      const TlHelpBlock *block = tl_help_page_get_block (place->page, i);

      append_block (self, block, block == place->section);
    }
  self->scroll = -1;
  settle (self);
}

/**
 * tl_help_view_get_scroll:
 * @self: the view
 *
 * Returns: how far the page is scrolled, in pixels
 */
double
tl_help_view_get_scroll (TlHelpView *self)
{
  g_return_val_if_fail (TL_IS_HELP_VIEW (self), 0);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

/**
 * tl_help_view_set_scroll:
 * @self: the view
 * @scroll: how far the page is to be scrolled, in pixels
 *
 * Goes back to where somebody was on the page that is shown.
 */
void
tl_help_view_set_scroll (TlHelpView *self,
                         double      scroll)
{
  g_return_if_fail (TL_IS_HELP_VIEW (self));

  self->scroll = scroll;
  settle (self);
}
