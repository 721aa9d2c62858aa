/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-judgement-dialog.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-practice-refs-row.h"
#include "tl-practice-text-row.h"

struct _TlPracticeJudgementDialog
{
  AdwDialog parent_instance;

  AdwComboRow *risk_row;
  AdwComboRow *link_row;
  AdwComboRow *state_row;
  AdwComboRow *sureness_row;
  TlPracticeRefsRow *subjects_row;
  TlPracticeRefsRow *evidence_row;
  TlPracticeRefsRow *asks_row;
  TlPracticeTextRow *why_row;

  TlPracticeDesk *desk;
  TlPracticeJudgement *judgement;
  /* Refs of the risks that are offered, after the row that leaves it open. */
  GPtrArray *risks;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlPracticeJudgementDialog, tl_practice_judgement_dialog, ADW_TYPE_DIALOG)

/* ── What may be chosen ───────────────────────────────────────────────────── */

static void
offer_risks (TlPracticeJudgementDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *things = tl_practice_book_get_things (tl_practice_desk_get_book (self->desk));

  gtk_string_list_append (names, _("Choose a risk"));
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (things, i);
      const char *ref = tl_practice_thing_get_ref (thing);

      if (tl_practice_thing_get_table (thing) != TL_TABLE_RISK)
        continue;
      gtk_string_list_take (names, tl_practice_book_name (tl_practice_desk_get_book (self->desk), ref));
      g_ptr_array_add (self->risks, (gpointer) ref);
    }
  adw_combo_row_set_model (self->risk_row, G_LIST_MODEL (names));
}

/* The words of a fixed list in their order; the first stands for none of them. */
static void
offer_words (AdwComboRow *row,
             GType        words,
             int          n,
             const char  *none)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, none);
  for (int i = 1; i <= n; i++)
    gtk_string_list_take (names, tl_format_capital (tl_word_label (words, i)));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static guint
find_risk (TlPracticeJudgementDialog *self)
{
  const char *risk = tl_practice_judgement_get_risk (self->judgement);

  for (guint i = 0; risk != NULL && i < self->risks->len; i++)
    if (g_str_equal (g_ptr_array_index (self->risks, i), risk))
      return i + 1;
  return 0;
}

/* ── What is written ──────────────────────────────────────────────────────── */

static void
fill (TlPracticeJudgementDialog *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->risk_row, find_risk (self));
  adw_combo_row_set_selected (self->link_row, (guint) tl_practice_judgement_get_link (self->judgement));
  adw_combo_row_set_selected (self->state_row, (guint) tl_practice_judgement_get_state (self->judgement));
  adw_combo_row_set_selected (self->sureness_row, (guint) tl_practice_judgement_get_sureness (self->judgement));
  tl_practice_refs_row_set_refs (self->subjects_row, tl_practice_judgement_get_subjects (self->judgement));
  tl_practice_refs_row_set_refs (self->evidence_row, tl_practice_judgement_get_evidence (self->judgement));
  tl_practice_refs_row_set_refs (self->asks_row, tl_practice_judgement_get_asks (self->judgement));
  tl_practice_text_row_set_text (self->why_row, tl_practice_judgement_get_why (self->judgement));
  self->filling = FALSE;
}

static void
show_asks (TlPracticeJudgementDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->asks_row),
                          tl_practice_judgement_get_state (self->judgement) == TL_PRACTICE_STATE_CANT_TELL
                            || tl_practice_judgement_get_asks (self->judgement)[0] != NULL);
}

static void
edited_cb (TlPracticeJudgementDialog *self)
{
  guint risk = adw_combo_row_get_selected (self->risk_row);
  g_autofree char *why = NULL;

  if (self->filling || self->judgement == NULL)
    return;
  why = tl_practice_text_row_dup_text (self->why_row);
  g_object_set (self->judgement,
                "risk", risk > 0 && risk <= self->risks->len ? g_ptr_array_index (self->risks, risk - 1) : NULL,
                "link", (int) adw_combo_row_get_selected (self->link_row),
                "state", (int) adw_combo_row_get_selected (self->state_row),
                "sureness", (int) adw_combo_row_get_selected (self->sureness_row),
                "subjects", tl_practice_refs_row_get_refs (self->subjects_row),
                "evidence", tl_practice_refs_row_get_refs (self->evidence_row),
                "asks", tl_practice_refs_row_get_refs (self->asks_row),
                "why", why, NULL);
  show_asks (self);
  tl_practice_desk_keep (self->desk);
}

static void
withdraw_cb (TlPracticeJudgementDialog *self)
{
  tl_practice_run_withdraw (tl_practice_desk_get_run (self->desk), self->judgement);
  tl_practice_desk_keep (self->desk);
  adw_dialog_close (ADW_DIALOG (self));
}

/* One that nobody wrote anything into needn't stay. */
static void
tl_practice_judgement_dialog_closed (AdwDialog *dialog)
{
  TlPracticeJudgementDialog *self = TL_PRACTICE_JUDGEMENT_DIALOG (dialog);
  TlPracticeJudgement *judgement = self->judgement;

  if (judgement != NULL && tl_practice_judgement_get_state (judgement) == TL_PRACTICE_STATE_NONE
      && tl_practice_judgement_get_why (judgement) == NULL && tl_practice_judgement_get_evidence (judgement)[0] == NULL
      && tl_practice_judgement_get_asks (judgement)[0] == NULL
      && tl_practice_run_withdraw (tl_practice_desk_get_run (self->desk), judgement))
    tl_practice_desk_keep (self->desk);
}

static void
tl_practice_judgement_dialog_dispose (GObject *object)
{
  TlPracticeJudgementDialog *self = TL_PRACTICE_JUDGEMENT_DIALOG (object);

  self->filling = TRUE;
  g_clear_object (&self->judgement);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_JUDGEMENT_DIALOG);

  G_OBJECT_CLASS (tl_practice_judgement_dialog_parent_class)->dispose (object);
}

static void
tl_practice_judgement_dialog_class_init (TlPracticeJudgementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PRACTICE_REFS_ROW);
  g_type_ensure (TL_TYPE_PRACTICE_TEXT_ROW);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_judgement_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tl_practice_judgement_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-judgement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, risk_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, sureness_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, subjects_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, asks_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeJudgementDialog, why_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
}

static void
tl_practice_judgement_dialog_init (TlPracticeJudgementDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->risks = g_ptr_array_new ();
}

/**
 * tl_practice_judgement_dialog_new:
 * @desk: the case in hand
 * @judgement: one of its judgements
 *
 * Returns: (transfer floating): a dialog
 */
TlPracticeJudgementDialog *
tl_practice_judgement_dialog_new (TlPracticeDesk      *desk,
                                  TlPracticeJudgement *judgement)
{
  TlPracticeJudgementDialog *self = g_object_new (TL_TYPE_PRACTICE_JUDGEMENT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->judgement = g_object_ref (judgement);
  offer_risks (self);
  offer_words (self->link_row, TL_TYPE_LINE_LINK, TL_N_LINE_LINKS, _("The risk as a whole"));
  offer_words (self->state_row, TL_TYPE_PRACTICE_STATE, TL_PRACTICE_STATE_CANT_TELL, _("Choose"));
  offer_words (self->sureness_row, TL_TYPE_PRACTICE_SURENESS, TL_PRACTICE_SURENESS_SURE, _("Choose"));
  tl_practice_refs_row_set_desk (self->subjects_row, desk, TL_PRACTICE_CHOICE_SUBJECTS);
  tl_practice_refs_row_set_desk (self->evidence_row, desk, TL_PRACTICE_CHOICE_EVIDENCE);
  tl_practice_refs_row_set_desk (self->asks_row, desk, TL_PRACTICE_CHOICE_EVIDENCE);
  fill (self);
  show_asks (self);
  return self;
}

/**
 * tl_practice_judgement_dialog_begin:
 * @desk: the case in hand
 * @parent: a widget of the window
 * @risk: (nullable): the risk that is judged
 * @link: the link of its line
 * @ref: (nullable): what it is about, and rests on
 *
 * Begins a judgement.
 *
 * Returns: (transfer none) (nullable): the dialog, %NULL where nothing may be judged any more
 */
AdwDialog *
tl_practice_judgement_dialog_begin (TlPracticeDesk *desk,
                                    GtkWidget      *parent,
                                    const char     *risk,
                                    TlLineLink      link,
                                    const char     *ref)
{
  g_autoptr (TlPracticeJudgement) judgement = tl_practice_judgement_new (risk, link, TL_PRACTICE_STATE_NONE);
  const char *refs[] = { ref, NULL };
  AdwDialog *dialog;

  if (ref != NULL)
    g_object_set (judgement, "subjects", refs, NULL);
  if (!tl_practice_run_add (tl_practice_desk_get_run (desk), judgement))
    return NULL;
  tl_practice_desk_keep (desk);
  dialog = ADW_DIALOG (tl_practice_judgement_dialog_new (desk, judgement));
  adw_dialog_present (dialog, parent);
  return dialog;
}
