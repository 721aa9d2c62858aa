/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link-body-private.h"

#include <glib/gi18n.h>

#include "tl-risk-mending.h"

/* The buttons of a link, and which remedies they are for, so that none is offered twice. */
typedef struct
{
  GtkWidget *box;
  guint64 offered;
} Offers;

static void
offer (Offers        *offers,
       TlRemedy       remedy,
       const TlFacts *row,
       gboolean       first)
{
  GtkWidget *button = NULL;

  G_STATIC_ASSERT (TL_N_REMEDIES <= 64);
  if (!tl_risk_mending_can (remedy) || (offers->offered & (G_GUINT64_CONSTANT (1) << remedy)) != 0)
    return;
  offers->offered |= G_GUINT64_CONSTANT (1) << remedy;
  button = tl_risk_mending_button (remedy, row);
  if (first)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_wrap_box_append (ADW_WRAP_BOX (offers->box), button);
}

static const TlFacts *
find_row (const TlLinkJudgement *judgement,
          TlRemedy               remedy)
{
  for (guint i = 0; judgement->lacking[i] != NULL; i++)
    if (judgement->mendings[i].remedy == remedy)
      return judgement->mendings[i].row;
  return NULL;
}

/* What a link always offers, sound or not: there is always more to record. */
static void
offer_standing (Offers     *offers,
                TlLinkBody *body,
                TlLineLink  link)
{
  switch ((int) link)
    {
    case TL_LINE_LINK_FOUND:
      offer (offers, TL_REMEDY_COMPLETE_PLAN, NULL, FALSE);
      break;
    case TL_LINE_LINK_OWNED:
      offer (offers, body->risk->n_owners > 0 ? TL_REMEDY_HAND_OVER : TL_REMEDY_NAME_OWNER, NULL, FALSE);
      offer (offers, TL_REMEDY_NAME_SUPPORT, NULL, FALSE);
      offer (offers, TL_REMEDY_EXPECT_EVIDENCE, NULL, FALSE);
      break;
    case TL_LINE_LINK_DEFINED:
      offer (offers, TL_REMEDY_ADD_MEASURE, NULL, FALSE);
      break;
    case TL_LINE_LINK_ACTED:
      offer (offers, TL_REMEDY_ADD_ACTION, NULL, FALSE);
      break;
    case TL_LINE_LINK_EVIDENCED:
      offer (offers, TL_REMEDY_RECORD_EVIDENCE, NULL, FALSE);
      break;
    case TL_LINE_LINK_IMPROVED:
      if (body->risk->primary != NULL)
        offer (offers, TL_REMEDY_RECORD_READINGS, &body->risk->primary->facts->base, FALSE);
      break;
    default:
      break;
    }
}

static void
offer_view (Offers     *offers,
            const char *label,
            const char *view)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", view);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-view");
  adw_wrap_box_append (ADW_WRAP_BOX (offers->box), button);
}

/* One action, from concern to outcome, on the timeline. */
static void
offer_following (Offers     *offers,
                 TlLinkBody *body)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < body->risk->n_actions; i++)
    {
      const TlActionFacts *action = body->risk->actions[i].facts;
      g_autoptr (GMenuItem) item = g_menu_item_new (action->title != NULL ? action->title : _("No title"), NULL);
      char hex[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&action->base.id, hex);
      g_menu_item_set_action_and_target (item, "win.follow-action", "s", hex);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Follow One"));
  gtk_widget_set_tooltip_text (button, _("See one action only, from concern to outcome"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  adw_wrap_box_append (ADW_WRAP_BOX (offers->box), button);
}

void
tl_link_body_add_offers (TlLinkBody            *body,
                         TlLineLink             link,
                         const TlLinkJudgement *judgement,
                         const GPtrArray       *findings)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (body->assessment);
  Offers offers = { adw_wrap_box_new (), 0 };

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (offers.box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (offers.box), 6);
  if (judgement->remedy != TL_REMEDY_NONE)
    offer (&offers, judgement->remedy, find_row (judgement, judgement->remedy), TRUE);
  for (guint i = 0; judgement->lacking != NULL && judgement->lacking[i] != NULL; i++)
    offer (&offers, judgement->mendings[i].remedy, judgement->mendings[i].row, FALSE);
  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (findings, i);

      if (finding->answer == NULL)
        offer (&offers, finding->remedy, tl_risk_mending_find_row (snapshot, finding), FALSE);
    }
  offer_standing (&offers, body, link);
  if (link == TL_LINE_LINK_EVEN && body->risk->n_measures > 0)
    offer_view (&offers, _("Compare Places"), "places");
  if (link == TL_LINE_LINK_EVIDENCED && body->risk->n_evidence > 0)
    offer_view (&offers, _("Show on the Timeline"), "timeline");
  if (link == TL_LINE_LINK_ACTED && body->risk->n_actions > 0)
    offer_following (&offers, body);
  gtk_box_append (body->box, offers.box);
  gtk_widget_set_visible (offers.box, gtk_widget_get_first_child (offers.box) != NULL);
}
