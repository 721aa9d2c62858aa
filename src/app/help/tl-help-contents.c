/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-contents.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-help-library.h"
#include "tl-help-text.h"

/* Whoever wants more than these types another word. */
#define MOST_RESULTS 40

struct _TlHelpContents
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *pages_list;
  GtkListBox *results_list;

  /* The row of the page that is read, and until it can be scrolled to. */
  GtkWidget *chosen;
  guint scrolling;
  guint frames;
};

typedef enum
{
  SIGNAL_CHOSEN,
} TlHelpContentsSignal;

static guint signals[SIGNAL_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (TlHelpContents, tl_help_contents, ADW_TYPE_BIN)

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static GtkWidget *
make_label (const char *words,
            const char *style)
{
  g_autofree char *translated = tl_help_text_translate (words);
  g_autofree char *plain = tl_help_text_dup_plain (translated);
  GtkWidget *label = gtk_label_new (plain);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row (const char *title,
          const char *under,
          char       *address)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (under != NULL)
    {
      GtkWidget *label = make_label (under, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "address", address, g_free);
  return row;
}

static const char *
get_address (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "address");
}

/* A heading stands above the first page of its group. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  TlHelpLibrary *library = tl_help_library_get ();
  const char *group = tl_help_library_get_group (library, (guint) gtk_list_box_row_get_index (row));

  if (before == NULL || group == tl_help_library_get_group (library, (guint) gtk_list_box_row_get_index (before)))
    return;
  gtk_list_box_row_set_header (row, make_label (group, "help-group"));
  gtk_widget_add_css_class (gtk_list_box_row_get_header (row), "heading");
}

static void
fill_pages (TlHelpContents *self)
{
  TlHelpLibrary *library = tl_help_library_get ();

  gtk_list_box_set_header_func (self->pages_list, header_cb, NULL, NULL);
  for (guint i = 0; i < tl_help_library_get_n_pages (library); i++)
    {
      const TlHelpPage *page = tl_help_library_get_page (library, i);

      gtk_list_box_append (self->pages_list, make_row (page->title, NULL, g_strdup (page->id)));
    }
}

/* ── Search ───────────────────────────────────────────────────────────────── */

static void
append_result (TlHelpContents    *self,
               const TlHelpPlace *place)
{
  GtkWidget *row = NULL;

  if (place->section == NULL)
    row = make_row (place->page->title, place->page->summary, g_strdup (place->page->id));
  else
    row = make_row (place->section->text, place->page->title,
                    g_strconcat (place->page->id, "#", place->section->target, NULL));
  gtk_list_box_append (self->results_list, row);
}

static void
search_changed_cb (TlHelpContents *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GArray) places = tl_help_library_search (tl_help_library_get (), text);
  g_autofree char *said = NULL;

  gtk_list_box_remove_all (self->results_list);
  for (guint i = 0; i < MIN (places->len, MOST_RESULTS); i++)
    append_result (self, &g_array_index (places, TlHelpPlace, i));
  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, places->len > 0 ? "results" : "nothing");
  said = g_strdup_printf (ngettext ("%u place in the help", "%u places in the help", places->len), places->len);
  tl_announce (GTK_WIDGET (self), said);
}

static void
row_activated_cb (TlHelpContents *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_address (row));
}

/* Enter in the entry takes the best. */
static void
search_activated_cb (TlHelpContents *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results_list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
search_stopped_cb (TlHelpContents *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* ── Where somebody is ────────────────────────────────────────────────────── */

/* The rows have their places in the second frame. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlHelpContents *self = TL_HELP_CONTENTS (widget);

  if (++self->frames < 2)
    return G_SOURCE_CONTINUE;
  self->scrolling = 0;
  gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_widget_get_ancestor (self->chosen, GTK_TYPE_VIEWPORT)), self->chosen, NULL);
  return G_SOURCE_REMOVE;
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_help_contents_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_HELP_CONTENTS);

  G_OBJECT_CLASS (tl_help_contents_parent_class)->dispose (object);
}

static void
tl_help_contents_class_init (TlHelpContentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_help_contents_dispose;

  /**
   * TlHelpContents::chosen:
   * @self: the contents
   * @address: a place, as [method@Tl.HelpLibrary.find] takes it
   *
   * Somebody wants to read there.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_HELP_CONTENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/help/help-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHelpContents, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlHelpContents, stack);
  gtk_widget_class_bind_template_child (widget_class, TlHelpContents, pages_list);
  gtk_widget_class_bind_template_child (widget_class, TlHelpContents, results_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
tl_help_contents_init (TlHelpContents *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_pages (self);
}

/**
 * tl_help_contents_choose:
 * @self: the contents
 * @page: the page that is read
 *
 * Marks where somebody is.
 */
void
tl_help_contents_choose (TlHelpContents   *self,
                         const TlHelpPage *page)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (TL_IS_HELP_CONTENTS (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->pages_list, i)) != NULL; i++)
    if (g_strcmp0 (get_address (row), page->id) == 0)
      {
        gtk_list_box_select_row (self->pages_list, row);
        self->chosen = GTK_WIDGET (row);
      }
  self->frames = 0;
  if (self->scrolling == 0 && self->chosen != NULL)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/**
 * tl_help_contents_search:
 * @self: the contents
 *
 * Begins a search.
 */
void
tl_help_contents_search (TlHelpContents *self)
{
  g_return_if_fail (TL_IS_HELP_CONTENTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
