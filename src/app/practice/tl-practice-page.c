/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-page-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-debrief-words.h"
#include "tl-practice-judgement-dialog.h"
#include "tl-practice-window.h"

G_DEFINE_FINAL_TYPE (TlPracticePage, tl_practice_page, ADW_TYPE_NAVIGATION_PAGE)

/* ── Telling ──────────────────────────────────────────────────────────────── */

void
tl_practice_page_say (TlPracticePage *self,
                      const char     *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (TL_IS_PRACTICE_WINDOW (root))
    tl_practice_window_say (TL_PRACTICE_WINDOW (root), sentence);
}

void
tl_practice_page_tell (TlPracticePage *self,
                       const char     *heading,
                       const char     *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* That something can't be kept must be seen at once. */
static void
kept_cb (TlPracticePage *self)
{
  const char *problem = tl_practice_keeper_get_problem (tl_practice_desk_get_keeper (self->desk));
  g_autofree char *sentence = NULL;

  if (problem != NULL)
    {
      sentence = g_strdup_printf (_("What you write can’t be kept: %s"), problem);
      adw_banner_set_use_markup (self->banner, FALSE);
      adw_banner_set_title (self->banner, sentence);
    }
  adw_banner_set_revealed (self->banner, problem != NULL);
}

/* ── What may be done now ─────────────────────────────────────────────────── */

static void
update (TlPracticePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean done = tl_practice_desk_get_debrief (self->desk) != NULL;
  gboolean committed = tl_practice_run_is_committed (tl_practice_desk_get_run (self->desk));

  g_signal_group_set_target (self->kept, tl_practice_desk_get_keeper (self->desk));
  adw_view_stack_page_set_visible (self->judging_page, !committed);
  adw_view_stack_page_set_visible (self->finding_page, !committed);
  adw_view_stack_page_set_visible (self->debrief_page, done);
  gtk_widget_set_visible (self->finish_button, !committed);
  gtk_widget_set_visible (self->print_button, done);
  gtk_widget_action_set_enabled (widget, "practice.judge", !committed);
  gtk_widget_action_set_enabled (widget, "practice.finish", !committed && !self->finishing);
  gtk_widget_action_set_enabled (widget, "practice.begin-again", done);
  gtk_widget_action_set_enabled (widget, "practice.share-run", done);
  gtk_widget_action_set_enabled (widget, "practice.show-workbook", done);
  gtk_widget_action_set_enabled (widget, "practice.print", done);
  tl_practice_briefing_update (self->briefing);
  tl_practice_debrief_page_update (self->debrief);
  tl_practice_reading_update (self->reading);
}

/* ── Finishing ────────────────────────────────────────────────────────────── */

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean noted = tl_practice_desk_commit_finish (TL_PRACTICE_DESK (source), result, &error);
  g_autofree char *summary = NULL;

  self->finishing = FALSE;
  update (self);
  if (!noted)
    tl_practice_page_tell (self, _("Not Everything Could Be Kept"), error->message);
  if (tl_practice_desk_get_debrief (self->desk) == NULL)
    return;
  tl_practice_page_show_part (self, "debrief");
  gtk_widget_grab_focus (GTK_WIDGET (self->debrief));
  summary = tl_debrief_say_summary (tl_practice_desk_get_debrief (self->desk));
  tl_announce (GTK_WIDGET (self), summary);
}

static void
finish_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "finish") != 0 || self->finishing)
    return;
  self->finishing = TRUE;
  tl_practice_desk_commit_async (self->desk, committed_cb, g_object_ref (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "practice.finish", FALSE);
}

static char *
describe_go (TlPracticePage *self)
{
  TlPracticeRun *run = tl_practice_desk_get_run (self->desk);
  guint n = g_list_model_get_n_items (tl_practice_run_get_judgements (run));
  const TlPracticeFinding *finding = tl_practice_run_get_finding (run);
  g_autofree char *judged = g_strdup_printf (ngettext ("You made %u judgement.", "You made %u judgements.", n), n);

  return g_strdup_printf ("%s %s %s", judged,
                          finding->fact != NULL ? _("Your finding is written.") : _("You haven’t written a finding."),
                          _("Once you finish, nothing of it can be changed, and the debrief is shown."));
}

static void
finish_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (widget);
  g_auto (GStrv) unfinished = tl_practice_desk_list_unfinished (self->desk);
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;

  if (unfinished[0] != NULL)
    {
      body = g_strjoinv ("\n", unfinished);
      tl_practice_page_tell (self, _("Not Finished Yet"), body);
      tl_practice_page_show_part (self, "judgements");
      return;
    }
  body = describe_go (self);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Finish and See the Debrief?"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Go On Practising"), "finish", _("_Finish"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "finish", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, finish_chosen_cb, g_object_ref (self));
}

/* ── Trying again ─────────────────────────────────────────────────────────── */

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_practice_desk_begin_again_finish (TL_PRACTICE_DESK (source), result, &error))
    {
      tl_practice_page_tell (self, _("It Can’t Be Begun Again"), error->message);
      return;
    }
  update (self);
  tl_practice_page_show_part (self, "case");
}

static void
again_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "again") == 0)
    tl_practice_desk_begin_again_async (self->desk, begun_cb, g_object_ref (self));
}

static void
begin_again_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_("Try This Case Again?"),
                          _("Your judgements and your finding of this time are put away, and the debrief is hidden. How it went stays in the list of cases. Print the debrief first if you want to keep it.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "again", _("_Try Again"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "again", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, again_chosen_cb, g_object_ref (widget));
}

/* ── Going about ──────────────────────────────────────────────────────────── */

static void
judge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  tl_practice_judgement_dialog_begin (TL_PRACTICE_PAGE (widget)->desk, widget, NULL, TL_LINE_LINK_NONE, NULL);
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  tl_practice_page_open (TL_PRACTICE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (widget);

  tl_practice_page_show_part (self, "workbook");
  tl_practice_reading_search (self->reading);
}

/* What a trainee said of a link stands on its page, too. */
static void
shown_cb (TlPracticePage *self)
{
  if (self->desk != NULL && g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "workbook") == 0)
    tl_practice_reading_update (self->reading);
}

static void
tl_practice_page_dispose (GObject *object)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (object);

  g_clear_object (&self->kept);
  if (self->desk != NULL)
    tl_practice_desk_close (self->desk);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_PAGE);

  G_OBJECT_CLASS (tl_practice_page_parent_class)->dispose (object);
}

static void
tl_practice_page_class_init (TlPracticePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PRACTICE_BRIEFING);
  g_type_ensure (TL_TYPE_PRACTICE_DEBRIEF_PAGE);
  g_type_ensure (TL_TYPE_PRACTICE_FINDING_FORM);
  g_type_ensure (TL_TYPE_PRACTICE_JUDGING);
  g_type_ensure (TL_TYPE_PRACTICE_READING);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, judging_page);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, finding_page);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, debrief_page);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, print_button);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, banner);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, briefing);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, reading);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, judging);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, finding);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePage, debrief);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_install_action (widget_class, "practice.judge", NULL, judge_cb);
  gtk_widget_class_install_action (widget_class, "practice.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "practice.finish", NULL, finish_cb);
  gtk_widget_class_install_action (widget_class, "practice.begin-again", NULL, begin_again_cb);
  gtk_widget_class_install_action (widget_class, "practice.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "practice.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "practice.print", NULL);
  tl_practice_page_install_files (widget_class);
  tl_practice_page_install_paper (widget_class);
}

static void
tl_practice_page_init (TlPracticePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept = g_signal_group_new (TL_TYPE_PRACTICE_KEEPER);
  g_signal_group_connect_swapped (self->kept, "notify::problem", G_CALLBACK (kept_cb), self);
}

/**
 * tl_practice_page_new:
 * @desk: a case in hand
 *
 * Returns: (transfer floating): its page; it goes with the case's copy when it goes
 */
TlPracticePage *
tl_practice_page_new (TlPracticeDesk *desk)
{
  TlPracticePage *self = g_object_new (TL_TYPE_PRACTICE_PAGE, "title", tl_practice_case_get_title (tl_practice_desk_get_case (desk)), NULL);

  self->desk = g_object_ref (desk);
  tl_practice_briefing_set_desk (self->briefing, desk);
  tl_practice_reading_set_desk (self->reading, desk);
  tl_practice_judging_set_desk (self->judging, desk);
  tl_practice_finding_form_set_desk (self->finding, desk);
  tl_practice_debrief_page_set_desk (self->debrief, desk);
  update (self);
  tl_practice_page_show_part (self, tl_practice_desk_get_debrief (desk) != NULL ? "debrief" : "case");
  return self;
}

/**
 * tl_practice_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none): the case in hand
 */
TlPracticeDesk *
tl_practice_page_get_desk (TlPracticePage *self)
{
  g_return_val_if_fail (TL_IS_PRACTICE_PAGE (self), NULL);

  return self->desk;
}

/**
 * tl_practice_page_show_part:
 * @self: a page
 * @part: `case`, `workbook`, `judgements`, `finding` or `debrief`
 */
void
tl_practice_page_show_part (TlPracticePage *self,
                            const char     *part)
{
  g_return_if_fail (TL_IS_PRACTICE_PAGE (self));

  adw_view_stack_set_visible_child_name (self->stack, part);
}

/**
 * tl_practice_page_open:
 * @self: a page
 * @ref: ref of something in the case
 *
 * Opens it in the workbook.
 */
void
tl_practice_page_open (TlPracticePage *self,
                       const char     *ref)
{
  g_return_if_fail (TL_IS_PRACTICE_PAGE (self));

  if (tl_practice_reading_open (self->reading, ref))
    tl_practice_page_show_part (self, "workbook");
}
