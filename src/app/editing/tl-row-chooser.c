/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-chooser.h"

#include <glib/gi18n.h>

#include "tl-row-words.h"

#include <string.h>

/* Nobody reads more; typing finds the others. */
#define MOST_SHOWN 100

struct _TlRowChooser
{
  GtkPopover parent_instance;

  GtkSearchEntry *search_entry;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GListStore *choices;
  GtkLabel *more_label;

  TlWorkbook *workbook;
  TlTable table;
  TlRowChooserFlags flags;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlRowChooser, tl_row_chooser, GTK_TYPE_POPOVER)

/* ── What is offered ──────────────────────────────────────────────────────── */

static gboolean
is_place_wanted (TlRowChooser       *self,
                 const TlPlaceFacts *place)
{
  if (self->flags & TL_ROW_CHOOSER_SHIFTS)
    return place->kind == TL_PLACE_KIND_SHIFT;
  if (self->flags & TL_ROW_CHOOSER_STAFF_GROUPS)
    return place->kind == TL_PLACE_KIND_STAFF_GROUP;
  return place->kind != TL_PLACE_KIND_SHIFT && place->kind != TL_PLACE_KIND_STAFF_GROUP;
}

static gboolean
is_over (TlRowChooser *self,
         TlDay         until)
{
  return until != TL_NO_DAY && until <= tl_workbook_get_today (self->workbook);
}

static gboolean
is_offered (TlRowChooser  *self,
            const TlFacts *row)
{
  switch ((int) self->table)
    {
    case TL_TABLE_PLACE:
      return is_place_wanted (self, (const TlPlaceFacts *) row) && !is_over (self, ((const TlPlaceFacts *) row)->until_date);
    case TL_TABLE_PERSON:
      return !is_over (self, ((const TlPersonFacts *) row)->until_date);
    default:
      return TRUE;
    }
}

/* Each word typed occurs somewhere in what is shown. */
static gboolean
is_found (char       **words,
          const char  *title,
          const char  *detail)
{
  g_autofree char *text = g_strconcat (title, " ", detail, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
offer (TlRowChooser    *self,
       TlRowChoiceKind  kind,
       const TlId      *id,
       const char      *title,
       const char      *detail)
{
  g_autoptr (TlRowChoice) choice = tl_row_choice_new (kind, id, title, detail);

  g_list_store_append (self->choices, choice);
}

static void
offer_rows (TlRowChooser *self,
            char        **words)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
  guint n_found = 0;
  g_autofree char *more = NULL;

  for (guint i = 0; i < tl_snapshot_count (snapshot, self->table); i++)
    {
      const TlFacts *row = tl_snapshot_get (snapshot, self->table, i);
      g_autofree char *title = NULL, *detail = NULL;

      if (!is_offered (self, row))
        continue;
      title = tl_row_words_title (self->table, row);
      detail = tl_row_words_detail (self->table, row);
      if (!is_found (words, title, detail) || ++n_found > MOST_SHOWN)
        continue;
      offer (self, TL_ROW_CHOICE_ROW, &row->id, *title != '\0' ? title : detail, detail);
    }
  if (n_found > MOST_SHOWN)
    more = g_strdup_printf (ngettext ("%u more: type some of the name", "%u more: type some of the name",
                                      n_found - MOST_SHOWN), n_found - MOST_SHOWN);
  else if (n_found == 0)
    more = g_strdup (words[0] != NULL ? _("None is called so") : _("There is none to choose"));
  gtk_label_set_label (self->more_label, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), more != NULL);
}

static const char *
get_adding (TlTable table)
{
  switch ((int) table)
    {
    case TL_TABLE_PERSON:
      return _("Add a Person…");
    case TL_TABLE_FORUM:
      return _("Add a Forum…");
    default:
      return _("Add a Place…");
    }
}

static void
offer_typed (TlRowChooser *self,
             const char   *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed)), *title = NULL, *add = NULL;

  if (self->flags & TL_ROW_CHOOSER_TEXT && *text != '\0')
    {
      /* Translators: %s is a name that was typed */
      title = g_strdup_printf (_("Somebody else: %s"), text);
      offer (self, TL_ROW_CHOICE_TEXT, NULL, title, _("Only the name is kept"));
    }
  if (self->flags & TL_ROW_CHOOSER_ADD)
    {
      if (*text != '\0')
        /* Translators: %s is a name that was typed */
        add = g_strdup_printf (_("Add %s…"), text);
      else
        add = g_strdup (get_adding (self->table));
      offer (self, TL_ROW_CHOICE_ADD, NULL, add, NULL);
    }
}

static void
fill (TlRowChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);

  g_list_store_remove_all (self->choices);
  if (self->workbook == NULL)
    return;
  offer_rows (self, words);
  offer_typed (self, typed);
  if (self->flags & TL_ROW_CHOOSER_NONE && *folded == '\0')
    {
      g_autoptr (TlRowChoice) none = tl_row_choice_new (TL_ROW_CHOICE_NONE, NULL, _("None"), NULL);

      g_list_store_insert (self->choices, 0, none);
    }
  /* What Enter takes is what is marked. */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_SELECT, NULL);
}

/* ── Choosing ─────────────────────────────────────────────────────────────── */

static void
choose (TlRowChooser *self,
        guint         position)
{
  g_autoptr (TlRowChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (choice == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice, g_strstrip (typed));
}

static void
activate_cb (TlRowChooser *self,
             guint         position)
{
  choose (self, position);
}

/* Enter takes the first that is found, and nothing as long as nothing is typed. */
static void
search_activate_cb (TlRowChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    choose (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
search_changed_cb (TlRowChooser *self)
{
  fill (self);
}

static void
stop_search_cb (TlRowChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (TlRowChooser    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

static void
tl_row_chooser_show (GtkWidget *widget)
{
  TlRowChooser *self = TL_ROW_CHOOSER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  fill (self);

  GTK_WIDGET_CLASS (tl_row_chooser_parent_class)->show (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
tl_row_chooser_dispose (GObject *object)
{
  TlRowChooser *self = TL_ROW_CHOOSER (object);

  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_ROW_CHOOSER);

  G_OBJECT_CLASS (tl_row_chooser_parent_class)->dispose (object);
}

static void
tl_row_chooser_class_init (TlRowChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_row_chooser_dispose;
  widget_class->show = tl_row_chooser_show;

  /**
   * TlRowChooser::chosen:
   * @self: the chooser
   * @choice: what was chosen
   * @typed: what was typed to find it
   *
   * Something was chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_ROW_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  TL_TYPE_ROW_CHOICE, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_ROW_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/row-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRowChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlRowChooser, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlRowChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, TlRowChooser, choices);
  gtk_widget_class_bind_template_child (widget_class, TlRowChooser, more_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tl_row_chooser_init (TlRowChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_row_chooser_set_up:
 * @self: a chooser
 * @workbook: a workbook
 * @table: the table whose rows are offered
 * @flags: what else is offered
 *
 * Says what can be chosen.
 */
void
tl_row_chooser_set_up (TlRowChooser      *self,
                       TlWorkbook        *workbook,
                       TlTable            table,
                       TlRowChooserFlags  flags)
{
  g_return_if_fail (TL_IS_ROW_CHOOSER (self));
  g_return_if_fail (TL_IS_WORKBOOK (workbook));

  g_set_object (&self->workbook, workbook);
  self->table = table;
  self->flags = flags;
}
