/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view-private.h"

#include <glib/gi18n.h>

#include "tl-window.h"

/* ── What is shown ────────────────────────────────────────────────────────── */

/* Why nothing is shown, and nobody is known to be the person who asks for their own. */
static void
update_none_page (TlRisksView *self)
{
  const char *search = tl_risks_arrangement_get_search (self->arrangement);
  gboolean mine = (tl_risks_arrangement_get_choices (self->arrangement) & TL_RISK_CHOICE_MINE) != 0;
  const char *me = tl_risk_filter_get_me (self->filter);
  g_autofree char *description = NULL;

  if (self->none_page == NULL)
    return;
  if (search[0] != '\0')
    /* Translators: %s is what was typed to look for */
    description = g_strdup_printf (_("None of these risks has “%s” in its texts, its names or its refs."), search);
  else if (mine)
    /* Translators: %s is a person's name */
    description = g_strdup_printf (_("None of these risks is %s’s to answer for. If you have another name in this workbook, say who you are."), me);
  else
    description = g_strdup (_("No risk is of this kind today."));
  tl_risks_none_page_say (self->none_page, description, mine && search[0] == '\0');
}

static void
none_page_made_cb (TlRisksView     *self,
                   TlRisksNonePage *page)
{
  self->none_page = page;
  update_none_page (self);
}

/* A list makes rows of all that it has, also out of sight. */
static void
fill_one (TlRisksView *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_column_view_set_model (self->table, self->narrow ? NULL : model);
  gtk_list_view_set_model (self->cards, self->narrow ? model : NULL);
}

static char *
describe (TlRisksView *self,
          guint        n)
{
  g_autofree char *count = NULL;

  if (self->concluded)
    return tl_risks_arrangement_describe (self->arrangement, n);
  count = tl_risk_choices_count (tl_risks_arrangement_get_choices (self->arrangement), n);
  /* Translators: %s is how many risks, as in "4 open risks" */
  return g_strdup_printf (_("%s. Working out their lines, measures and findings…"), count);
}

void
tl_risks_view_update_stack (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  GListModel *risks = workbook != NULL ? tl_workbook_get_risks (workbook) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *summary = describe (self, n);

  fill_one (self);
  if (risks == NULL || g_list_model_get_n_items (risks) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      gtk_label_set_label (self->summary, "");
      return;
    }
  if (n == 0)
    update_none_page (self);
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "none" : self->narrow ? "cards" : "table");
  /* Nothing was found, which isn't that there are none. */
  gtk_label_set_label (self->summary, n > 0 ? summary : "");
}

/* Whether it is known which risks are such. */
static gboolean
is_known (TlRisksView   *self,
          TlRiskChoices  choice)
{
  if (self->concluded || (choice != TL_RISK_CHOICE_ATTENTION && choice != TL_RISK_CHOICE_OVERDUE))
    return TRUE;
  for (guint i = 0; choice == TL_RISK_CHOICE_OVERDUE && i < g_list_model_get_n_items (self->risks); i++)
    {
      g_autoptr (TlRisk) risk = g_list_model_get_item (self->risks, i);

      if (!tl_risk_knows_review (risk))
        return FALSE;
    }
  return choice == TL_RISK_CHOICE_OVERDUE;
}

/* Each says how many there are if it is chosen beside the others. */
void
tl_risks_view_update_chips (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_outline (workbook) : NULL;
  TlRiskChoices chosen = tl_risks_arrangement_get_choices (self->arrangement);
  guint counts[TL_N_RISK_CHOICES] = { 0, };

  for (guint i = 0; assessment != NULL && i < tl_assessment_get_n_risks (assessment); i++)
    {
      TlRiskChoices such = tl_risk_choices_of (tl_assessment_get_risk (assessment, i), TL_RISK_CHOICES_ALL,
                                               tl_assessment_get_as_at (assessment),
                                               tl_risk_filter_get_me (self->filter));

      for (guint chip = 0; chip < TL_N_RISK_CHOICES; chip++)
        {
          TlRiskChoices choice = (TlRiskChoices) (1u << chip);
          TlRiskChoices wanted = (chosen & choice) != 0 ? chosen : tl_risk_choices_toggle (chosen, choice);

          counts[chip] += (such & wanted) == wanted;
        }
    }
  for (guint chip = 0; chip < TL_N_RISK_CHOICES; chip++)
    {
      if (assessment != NULL && !is_known (self, (TlRiskChoices) (1u << chip)))
        tl_filter_chip_await (self->chips[chip]);
      else
        tl_filter_chip_set_count (self->chips[chip], counts[chip]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[chip]), (chosen & 1u << chip) != 0);
    }
}

static void
items_changed_cb (TlRisksView *self)
{
  tl_risks_view_update_stack (self);
}

/* ── Choosing ─────────────────────────────────────────────────────────────── */

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);
  g_autoptr (GFlagsClass) klass = g_type_class_ref (TL_TYPE_RISK_CHOICES);
  const GFlagsValue *value = g_flags_get_value_by_nick (klass, g_variant_get_string (parameter, NULL));
  TlRiskChoices choices = tl_risks_arrangement_get_choices (self->arrangement);

  g_return_if_fail (value != NULL);
  tl_risks_arrangement_set_choices (self->arrangement, tl_risk_choices_toggle (choices, (TlRiskChoices) value->value));
}

static void
take_choices (gpointer user_data)
{
  TlRisksView *self = user_data;

  tl_risk_filter_set_choices (self->filter, tl_risks_arrangement_get_choices (self->arrangement));
  tl_risks_view_show_top (self);
}

static void
choices_cb (TlRisksView *self)
{
  tl_risks_view_update_chips (self);
  tl_risks_view_refill (self, take_choices);
}

/* The one link by which the risks are chosen, with a button that lets all come back. */
static void
set_link (TlRisksView *self,
          TlLineLink   link,
          TlLinkState  state)
{
  g_autofree char *label = NULL;

  tl_risk_filter_set_link (self->filter, link, state);
  gtk_widget_set_visible (self->link_chip, link != TL_LINE_LINK_NONE);
  /* Translators: a link of the line, and the state that is looked for: "Owned weak" */
  label = g_strdup_printf (_("%1$s %2$s"), _(tl_position_get_word (link)), tl_word_label (TL_TYPE_LINK_STATE, (int) state));
  gtk_label_set_label (self->link_label, label);
  tl_risks_view_update_stack (self);
}

static void
any_link_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  set_link (self, TL_LINE_LINK_NONE, TL_LINK_STATE_MISSING);
  gtk_widget_grab_focus (GTK_WIDGET (self->chips[0]));
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  tl_risks_arrangement_set_search (self->arrangement, "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  set_link (self, TL_LINE_LINK_NONE, TL_LINK_STATE_MISSING);
  tl_risks_arrangement_set_choices (self->arrangement, TL_RISK_CHOICE_OPEN);
}

/**
 * tl_risks_view_show_link:
 * @self: the register
 * @link: a link of the line
 * @state: sound, weak or missing
 *
 * Shows the open risks whose line is in that state at that link.
 */
void
tl_risks_view_show_link (TlRisksView *self,
                         TlLineLink   link,
                         TlLinkState  state)
{
  g_return_if_fail (TL_IS_RISKS_VIEW (self));
  g_return_if_fail (link != TL_LINE_LINK_NONE);

  gtk_widget_activate_action (GTK_WIDGET (self), "risks.show-all", NULL);
  set_link (self, link, state);
}

/* ── Saved filters ────────────────────────────────────────────────────────── */

static void
bring_back_cb (TlRisksView *self,
               AdwToast    *toast)
{
  tl_saved_filters_insert (self->saved_filters, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "position")),
                           g_object_get_data (G_OBJECT (toast), "filter"));
}

static void
filter_removed_cb (TlRisksView   *self,
                   TlSavedFilter *filter,
                   guint          position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  /* Translators: %s is the name of a saved filter */
  g_autofree char *sentence = g_strdup_printf (_("Removed the filter “%s”"), tl_saved_filter_get_name (filter));
  AdwToast *toast;

  if (!TL_IS_WINDOW (root))
    return;
  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "filter", g_object_ref (filter), g_object_unref);
  g_object_set_data (G_OBJECT (toast), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_SWAPPED);
  tl_window_add_toast (TL_WINDOW (root), toast);
}

/* As what opens from the header is; see tl-window-menus.c. */
static void
create_filters (GtkMenuButton *button,
                gpointer       user_data)
{
  TlRisksView *self = user_data;
  GtkWidget *popover = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = g_object_new (TL_TYPE_FILTERS_POPOVER, NULL);
  tl_filters_popover_connect (TL_FILTERS_POPOVER (popover), self->arrangement, self->saved_filters);
  g_signal_connect_object (popover, "removed", G_CALLBACK (filter_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

void
tl_risks_view_bind_choice (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "risks.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "risks.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "risks.any-link", NULL, any_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_page_made_cb);
}

void
tl_risks_view_begin_choice (TlRisksView *self)
{
  g_signal_connect_object (self->arrangement, "notify::choices", G_CALLBACK (choices_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->filters_button, create_filters, self, NULL);
}
