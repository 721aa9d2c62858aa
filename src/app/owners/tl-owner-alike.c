/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-alike.h"

#include <glib/gi18n.h>

#include "tl-finding-counts.h"
#include "tl-format.h"
#include "tl-owner-map-alike.h"
#include "tl-risk-mending.h"
#include "tl-window.h"
#include "tl-workbook-actions.h"
#include "tl-workbook-commands.h"

/* For how long it rests that two actions differ, unless whoever says so chooses otherwise: a year. */
#define REST_DAYS 366

struct _TlOwnerAlike
{
  AdwBin parent_instance;

  GtkWidget *box;
  gboolean narrow;
  int lines;
  GtkLabel *label;
  GtkWidget *merge_button;
  GtkWidget *differ_button;

  TlWorkbook *workbook;
  /* By what the pair is found again, since what is concluded of it may be gone. */
  TlId actions[2];
};

typedef enum
{
  PROP_NARROW = 1,
  PROP_LINES,
} TlOwnerAlikeProperty;

static GParamSpec *properties[PROP_LINES + 1];

G_DEFINE_FINAL_TYPE (TlOwnerAlike, tl_owner_alike, ADW_TYPE_BIN)

/* What is concluded now, unless the two have been mended meanwhile. */
static const TlFinding *
find_finding (TlOwnerAlike        *self,
              const TlActionFacts *actions[2])
{
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_assessment (self->workbook) : NULL;
  TlSnapshot *snapshot = assessment != NULL ? tl_assessment_get_snapshot (assessment) : NULL;

  for (guint i = 0; i < 2; i++)
    {
      actions[i] = snapshot != NULL ? tl_snapshot_find (snapshot, TL_TABLE_ACTION, &self->actions[i]) : NULL;
      if (actions[i] == NULL)
        return NULL;
    }
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (g_str_equal (finding->check, "action-duplicate") && g_strcmp0 (finding->subject, actions[0]->base.ref) == 0
          && g_strcmp0 (finding->other, actions[1]->base.ref) == 0)
        return finding;
    }
  return NULL;
}

/* ── These differ ── */

static void
differ_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlOwnerAlike *self = TL_OWNER_ALIKE (widget);
  const TlActionFacts *actions[2];
  const TlFinding *finding = find_finding (self, actions);
  TlRisk *risk = finding != NULL ? tl_workbook_find_risk (self->workbook, &finding->risk->base.id) : NULL;
  TlFindingKey key = { 0 };

  if (risk == NULL)
    return;
  key.check = finding->check;
  key.subject = finding->subject;
  key.other = finding->other;
  key.has_place = finding->place != NULL;
  if (finding->place != NULL)
    key.place = finding->place->base.id;
  key.text = finding->text;
  key.reason = _("These two actions differ.");
  key.until = tl_workbook_get_today (self->workbook) + REST_DAYS;
  tl_risk_mending_answer (widget, self->workbook, risk, &key);
}

/* ── Merge ── */

typedef struct
{
  TlOwnerAlike *owner;
  GtkCheckButton *keeps[2];
  TlId actions[2];
} Merging;

static void
merging_free (gpointer data,
              GClosure *closure)
{
  Merging *self = data;

  g_object_unref (self->owner);
  g_free (self);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlOwnerAlike) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean merged = tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!TL_IS_WINDOW (root))
    return;
  if (merged)
    tl_window_offer_undo (TL_WINDOW (root), _("The actions are merged"));
  else
    tl_window_say (TL_WINDOW (root), error->message);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             Merging        *merging)
{
  guint kept = gtk_check_button_get_active (merging->keeps[1]) ? 1 : 0;
  TlOwnerAlike *self = merging->owner;

  if (g_str_equal (response, "merge") && self->workbook != NULL)
    tl_workbook_merge_actions_async (self->workbook, &merging->actions[1 - kept], &merging->actions[kept], NULL, NULL, merged_cb,
                                     g_object_ref (self));
}

/* "R3 Late evening medicines · Samir Tolland · due 30 June 2026" */
static char *
describe_action (const TlActionFacts *action)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (action->risk != NULL)
    {
      g_autofree char *risk = tl_format_risk (action->risk);

      g_string_append (text, risk);
    }
  if (action->person != NULL)
    g_string_append_printf (text, " · %s", action->person->name);
  if (action->due != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_long (action->due);
      g_autofree char *due = g_strdup_printf (_("due %s"), day);

      g_string_append_printf (text, " · %s", due);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
create_choices (Merging             *merging,
                const TlActionFacts *actions[2])
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Which One Goes On?"));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
      g_autofree char *description = describe_action (actions[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), actions[i]->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, actions[i]->title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      merging->keeps[i] = GTK_CHECK_BUTTON (check);
      merging->actions[i] = actions[i]->base.id;
    }
  gtk_check_button_set_group (merging->keeps[1], merging->keeps[0]);
  gtk_check_button_set_active (merging->keeps[0], TRUE);
  return group;
}

static void
merge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlOwnerAlike *self = TL_OWNER_ALIKE (widget);
  const TlActionFacts *actions[2];
  AdwDialog *dialog;
  Merging *merging;

  if (find_finding (self, actions) == NULL)
    return;
  merging = g_new0 (Merging, 1);
  merging->owner = g_object_ref (self);
  dialog = adw_alert_dialog_new (_("Merge the Two Actions"),
                                 _("The other one ends today, and says that it was merged. What is linked to it stays linked."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), create_choices (merging, actions));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "merge", _("_Merge"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "merge");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), merging, merging_free, 0);
  adw_dialog_present (dialog, widget);
}

/* ── The widget ── */

static void
tl_owner_alike_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlOwnerAlike *self = TL_OWNER_ALIKE (object);

  switch ((TlOwnerAlikeProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* A breakpoint takes back what it set even after the template is gone. */
static void
fit (TlOwnerAlike *self)
{
  if (self->box == NULL)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_lines (self->label, self->lines);
}

static void
tl_owner_alike_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlOwnerAlike *self = TL_OWNER_ALIKE (object);

  switch ((TlOwnerAlikeProperty) id)
    {
    case PROP_NARROW:
      if (g_value_get_boolean (value) == self->narrow)
        return;
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_LINES:
      if (g_value_get_int (value) == self->lines)
        return;
      self->lines = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  fit (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_owner_alike_dispose (GObject *object)
{
  TlOwnerAlike *self = TL_OWNER_ALIKE (object);

  g_clear_object (&self->workbook);
  /* The bin mustn't let go of its child a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNER_ALIKE);

  G_OBJECT_CLASS (tl_owner_alike_parent_class)->dispose (object);
}

static void
tl_owner_alike_class_init (TlOwnerAlikeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_owner_alike_dispose;
  G_OBJECT_CLASS (klass)->get_property = tl_owner_alike_get_property;
  G_OBJECT_CLASS (klass)->set_property = tl_owner_alike_set_property;

  /**
   * TlOwnerAlike:narrow:
   *
   * Whether the answers stand beneath the sentence, rather than beside it.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlOwnerAlike:lines:
   *
   * The most lines that the sentence takes; all of it is its tooltip.
   */
  properties[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 1, 10, 2,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  gtk_widget_class_install_action (widget_class, "alike.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "alike.differ", NULL, differ_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owner-alike.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerAlike, box);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerAlike, label);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerAlike, merge_button);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerAlike, differ_button);
}

static void
tl_owner_alike_init (TlOwnerAlike *self)
{
  self->lines = 2;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_pair (TlOwnerAlike         *self,
           const TlAlikeActions *pair,
           guint                 n_more)
{
  g_autofree char *described = tl_alike_actions_describe (pair), *sentence = NULL;
  GtkWidget *buttons[] = { self->merge_button, self->differ_button };

  self->actions[0] = pair->first->base.id;
  self->actions[1] = pair->second->base.id;
  if (n_more > 0)
    /* Translators: two actions that look the same, and how many more pairs there are */
    sentence = g_strdup_printf (ngettext ("Alike: %1$s And %2$u more pair.", "Alike: %1$s And %2$u more pairs.", n_more),
                                described, n_more);
  else
    /* Translators: two actions that look the same */
    sentence = g_strdup_printf (_("Alike: %s"), described);
  gtk_label_set_label (self->label, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), sentence);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described, -1);
}

/**
 * tl_owner_alike_show:
 * @self: a widget
 * @workbook: (nullable): a workbook
 * @map: (nullable): a map of it
 * @node: what is chosen in the map, %TL_NO_NODE when nothing is
 *
 * Shows the first pair of actions of the node that look like the same one, and how many more there are.
 */
void
tl_owner_alike_show (TlOwnerAlike     *self,
                     TlWorkbook       *workbook,
                     const TlOwnerMap *map,
                     guint             node)
{
  g_autoptr (GArray) pairs = map != NULL && workbook != NULL && node != TL_NO_NODE ? tl_owner_map_list_alike (map, node) : NULL;
  gboolean editable = workbook != NULL && tl_workbook_get_editable (workbook);

  g_set_object (&self->workbook, workbook);
  gtk_widget_set_visible (GTK_WIDGET (self), pairs != NULL && pairs->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alike.merge", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alike.differ", editable);
  if (pairs != NULL && pairs->len > 0)
    show_pair (self, &g_array_index (pairs, TlAlikeActions, 0), pairs->len - 1);
}
