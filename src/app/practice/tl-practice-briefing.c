/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-briefing.h"

#include <glib/gi18n.h>

#include "tl-format.h"

struct _TlPracticeBriefing
{
  AdwBin parent_instance;

  GtkBox *setting_box;
  GtkListBox *question_list;
  GtkListBox *extract_list;
  GtkWidget *teaches_group;
  GtkListBox *teaches_list;

  TlPracticeDesk *desk;
};

G_DEFINE_FINAL_TYPE (TlPracticeBriefing, tl_practice_briefing, ADW_TYPE_BIN)

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* ── What may be asked for ────────────────────────────────────────────────── */

static void
expanded_cb (GtkWidget  *row,
             GParamSpec *pspec,
             gpointer    user_data)
{
  TlPracticeBriefing *self = user_data;

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    tl_practice_desk_open_thing (self->desk, g_object_get_data (G_OBJECT (row), "ref"));
}

/* What it is can be seen; what it says only by asking for it. */
static GtkWidget *
make_extract (TlPracticeBriefing      *self,
              const TlPracticeExtract *extract)
{
  g_autofree char *title = g_strdup_printf ("%s %s", extract->ref, extract->title);
  g_autofree char *day = tl_format_day_long (extract->date);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", extract->from, day);
  g_autofree char *text = g_strjoinv ("\n\n", (char **) extract->text);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title, "subtitle", subtitle, "use-markup", FALSE, NULL);
  GtkWidget *inner = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", title, "use-markup", FALSE, "activatable", FALSE, NULL);
  GtkWidget *label = make_text (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "practice-extract");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
  g_object_set_data (G_OBJECT (row), "ref", (gpointer) extract->ref);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_DEFAULT);
  return row;
}

static void
add_sentences (GtkListBox         *list,
               const char * const *sentences)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; sentences[i] != NULL; i++)
    gtk_list_box_append (list, g_object_new (ADW_TYPE_ACTION_ROW, "title", sentences[i], "use-markup", FALSE, NULL));
}

static void
tl_practice_briefing_dispose (GObject *object)
{
  TlPracticeBriefing *self = TL_PRACTICE_BRIEFING (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_BRIEFING);

  G_OBJECT_CLASS (tl_practice_briefing_parent_class)->dispose (object);
}

static void
tl_practice_briefing_class_init (TlPracticeBriefingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_briefing_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-briefing.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeBriefing, setting_box);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeBriefing, question_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeBriefing, extract_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeBriefing, teaches_group);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeBriefing, teaches_list);
}

static void
tl_practice_briefing_init (TlPracticeBriefing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_briefing_set_desk:
 * @self: the page
 * @desk: the case in hand
 */
void
tl_practice_briefing_set_desk (TlPracticeBriefing *self,
                               TlPracticeDesk     *desk)
{
  TlPracticeCase *practice_case = NULL;

  g_return_if_fail (TL_IS_PRACTICE_BRIEFING (self));

  g_set_object (&self->desk, desk);
  practice_case = tl_practice_desk_get_case (desk);
  for (guint i = 0; tl_practice_case_get_setting (practice_case)[i] != NULL; i++)
    gtk_box_append (self->setting_box, make_text (tl_practice_case_get_setting (practice_case)[i]));
  add_sentences (self->question_list, tl_practice_case_get_questions (practice_case));
  for (guint i = 0; i < tl_practice_case_get_n_extracts (practice_case); i++)
    gtk_list_box_append (self->extract_list, make_extract (self, tl_practice_case_get_extract (practice_case, i)));
  tl_practice_briefing_update (self);
}

/**
 * tl_practice_briefing_update:
 * @self: the page
 *
 * Shows what it teaches once there is a debrief, and not before.
 */
void
tl_practice_briefing_update (TlPracticeBriefing *self)
{
  gboolean debriefed;

  g_return_if_fail (TL_IS_PRACTICE_BRIEFING (self));

  debriefed = tl_practice_desk_get_debrief (self->desk) != NULL;
  if (debriefed)
    add_sentences (self->teaches_list, tl_practice_case_get_teaches (tl_practice_desk_get_case (self->desk)));
  else
    gtk_list_box_remove_all (self->teaches_list);
  gtk_widget_set_visible (self->teaches_group, debriefed);
}
