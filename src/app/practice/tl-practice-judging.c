/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-judging.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-practice-judgement-dialog.h"

struct _TlPracticeJudging
{
  AdwBin parent_instance;

  GtkListBox *list;
  TlPracticeDesk *desk;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (TlPracticeJudging, tl_practice_judging, ADW_TYPE_BIN)

/**
 * tl_practice_say_what:
 * @desk: the case in hand
 * @judgement: a judgement
 *
 * Returns: (transfer full): of what it speaks and what it says, as "R1 · Even · M1, SED · weak"
 */
char *
tl_practice_say_what (TlPracticeDesk      *desk,
                      TlPracticeJudgement *judgement)
{
  const char *risk = tl_practice_judgement_get_risk (judgement);
  TlLineLink link = tl_practice_judgement_get_link (judgement);
  const char * const *subjects = tl_practice_judgement_get_subjects (judgement);
  TlPracticeState state = tl_practice_judgement_get_state (judgement);
  GString *text = g_string_new (risk != NULL ? risk : _("No risk yet"));

  if (link != TL_LINE_LINK_NONE)
    {
      g_autofree char *name = tl_format_capital (tl_word_label (TL_TYPE_LINE_LINK, (int) link));

      g_string_append_printf (text, " · %s", name);
    }
  if (subjects[0] != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) subjects);

      g_string_append_printf (text, " · %s", list);
    }
  g_string_append_printf (text, " · %s", state != TL_PRACTICE_STATE_NONE ? tl_word_label (TL_TYPE_PRACTICE_STATE, (int) state)
                                                                       : _("not judged yet"));
  return g_string_free (text, FALSE);
}

static char *
join_names (TlPracticeDesk     *desk,
            const char * const *refs)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; refs[i] != NULL; i++)
    g_strv_builder_take (names, tl_practice_book_name (tl_practice_desk_get_book (desk), refs[i]));
  list = g_strv_builder_end (names);
  return g_strjoinv ("; ", list);
}

/**
 * tl_practice_say_rest:
 * @desk: the case in hand
 * @judgement: a judgement
 *
 * Returns: (transfer full): why, on what, and how sure, in lines
 */
char *
tl_practice_say_rest (TlPracticeDesk      *desk,
                      TlPracticeJudgement *judgement)
{
  const char *why = tl_practice_judgement_get_why (judgement);
  g_autofree char *shows = join_names (desk, tl_practice_judgement_get_evidence (judgement));
  g_autofree char *asks = join_names (desk, tl_practice_judgement_get_asks (judgement));
  TlPracticeSureness sureness = tl_practice_judgement_get_sureness (judgement);
  GString *text = g_string_new (why != NULL ? why : _("It doesn’t say why."));

  g_string_append_c (text, '\n');
  if (*shows != '\0')
    g_string_append_printf (text, _("Shown by: %s"), shows);
  else
    g_string_append (text, _("It doesn’t say what shows it."));
  if (*asks != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Would ask for: %s"), asks);
    }
  if (sureness != TL_PRACTICE_SURENESS_NONE)
    {
      g_autofree char *sure = tl_format_capital (tl_word_label (TL_TYPE_PRACTICE_SURENESS, (int) sureness));

      g_string_append_printf (text, "\n%s", sure);
    }
  return g_string_free (text, FALSE);
}

static void
say (GtkWidget           *row,
     TlPracticeJudgement *judgement)
{
  TlPracticeDesk *desk = g_object_get_data (G_OBJECT (row), "desk");
  g_autofree char *what = tl_practice_say_what (desk, judgement);
  g_autofree char *rest = tl_practice_say_rest (desk, judgement);

  g_object_set (row, "title", what, "subtitle", rest, NULL);
}

static void
changed_cb (TlPracticeJudgement *judgement,
            GParamSpec          *pspec,
            GtkWidget           *row)
{
  say (row, judgement);
}

static void
activated_cb (TlPracticeJudging *self,
              GtkWidget         *row)
{
  TlPracticeJudgement *judgement = g_object_get_data (G_OBJECT (row), "judgement");

  adw_dialog_present (ADW_DIALOG (tl_practice_judgement_dialog_new (self->desk, judgement)), GTK_WIDGET (self));
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer data)
{
  TlPracticeJudging *self = data;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, NULL);

  g_object_set_data_full (G_OBJECT (row), "judgement", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), "desk", self->desk);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  say (row, item);
  g_signal_connect_object (item, "notify", G_CALLBACK (changed_cb), row, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_run (TlPracticeJudging *self)
{
  gtk_list_box_bind_model (self->list, tl_practice_run_get_judgements (tl_practice_desk_get_run (self->desk)), make_row_cb, self, NULL);
}

static void
tl_practice_judging_dispose (GObject *object)
{
  TlPracticeJudging *self = TL_PRACTICE_JUDGING (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_JUDGING);

  G_OBJECT_CLASS (tl_practice_judging_parent_class)->dispose (object);
}

static void
tl_practice_judging_class_init (TlPracticeJudgingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_judging_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-judging.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudging, list);
}

static void
tl_practice_judging_init (TlPracticeJudging *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TL_TYPE_PRACTICE_DESK);
  g_signal_group_connect_swapped (self->signals, "notify::run", G_CALLBACK (show_run), self);
}

/**
 * tl_practice_judging_set_desk:
 * @self: the page
 * @desk: the case in hand
 */
void
tl_practice_judging_set_desk (TlPracticeJudging *self,
                              TlPracticeDesk    *desk)
{
  g_return_if_fail (TL_IS_PRACTICE_JUDGING (self));

  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->signals, desk);
  show_run (self);
}
