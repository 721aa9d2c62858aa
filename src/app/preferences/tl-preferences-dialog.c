/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-preferences-dialog.h"

#include <glib/gi18n.h>

#include "tl-frameworks.h"
#include "tl-key-row.h"
#include "tl-workbook-commands.h"

#define KEY_SCREEN_OUTLIERS "Screen outliers"

struct _TlPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwEntryRow *name_row;
  AdwComboRow *person_row;
  AdwSwitchRow *privacy_row;
  AdwComboRow *paper_row;
  AdwPreferencesPage *workbook_page;
  AdwPreferencesGroup *provider_group;
  AdwComboRow *framework_row;
  AdwSwitchRow *screen_row;

  GSettings *settings;
  TlWorkbook *workbook;
  GSignalGroup *signals;
  GCancellable *asking;
  /* While what is so is shown, not chosen by somebody. */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlPreferencesDialog, tl_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* ── Who you are ──────────────────────────────────────────────────────────── */

static void
show_name (TlPreferencesDialog *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "actor-name");
  const char *shown = name[0] != '\0' ? name : g_get_real_name ();

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), shown) == 0)
    return;
  adw_entry_row_set_show_apply_button (self->name_row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), shown);
  adw_entry_row_set_show_apply_button (self->name_row, TRUE);
}

static void
name_applied_cb (TlPreferencesDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  g_settings_set_string (self->settings, "actor-name", name);
}

static void
person_chosen_cb (TlPreferencesDialog *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->person_row);

  /* The first is nobody. */
  if (self->showing || chosen == NULL || adw_combo_row_get_selected (self->person_row) == 0)
    return;
  g_settings_set_string (self->settings, "actor-name", gtk_string_object_get_string (chosen));
}

static void
show_person (TlPreferencesDialog *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "actor-name");
  guint position = gtk_string_list_find (GTK_STRING_LIST (adw_combo_row_get_model (self->person_row)), name);

  self->showing = TRUE;
  adw_combo_row_set_selected (self->person_row, position != G_MAXUINT ? position : 0);
  self->showing = FALSE;
}

/* Who is in post now; whoever has left can't be at this computer. */
static void
list_people (TlPreferencesDialog *self)
{
  GListModel *people = tl_workbook_get_people (self->workbook);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TlDay today = tl_workbook_get_today (self->workbook);

  gtk_string_list_append (names, _("Nobody"));
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlRecord) person = g_list_model_get_item (people, i);
      const char *text = tl_record_get_text (person, "name");
      TlDay until = tl_record_get_day (person, "until_date");

      if (text != NULL && (until == TL_NO_DAY || until > today))
        gtk_string_list_append (names, text);
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->person_row, G_LIST_MODEL (names));
  self->showing = FALSE;
  show_person (self);
}

static void
name_changed_cb (TlPreferencesDialog *self)
{
  show_name (self);
  if (self->workbook != NULL)
    show_person (self);
}

/* ── The workbook ─────────────────────────────────────────────────────────── */

static void
tell (TlPreferencesDialog *self,
      const char          *problem)
{
  AdwToast *toast = adw_toast_new (problem != NULL ? problem : _("Changed in this workbook"));

  adw_toast_set_use_markup (toast, FALSE);
  if (problem == NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
answered_cb (TlPreferencesDialog *self,
             const char          *problem)
{
  tell (self, problem);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (TlPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);
  tell (self, error != NULL ? error->message : NULL);
}

static void
set_key (TlPreferencesDialog *self,
         const char          *key,
         const char          *value)
{
  tl_workbook_set_key_async (self->workbook, key, value, NULL, set_cb, g_object_ref (self));
}

static void
screen_chosen_cb (TlPreferencesDialog *self)
{
  if (!self->showing)
    set_key (self, KEY_SCREEN_OUTLIERS, adw_switch_row_get_active (self->screen_row) ? "yes" : "no");
}

static void
framework_chosen_cb (TlPreferencesDialog *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->framework_row);

  if (!self->showing && chosen != NULL)
    set_key (self, TL_KEY_FRAMEWORK, gtk_string_object_get_string (chosen));
}

static const TlSettings *
get_settings (TlPreferencesDialog *self)
{
  return tl_snapshot_get_settings (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)));
}

static void
select_framework (TlPreferencesDialog *self)
{
  GtkStringList *titles = GTK_STRING_LIST (adw_combo_row_get_model (self->framework_row));
  const char *framework =
    tl_snapshot_get_framework (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)));
  guint position = framework != NULL && titles != NULL ? gtk_string_list_find (titles, framework) : GTK_INVALID_LIST_POSITION;

  if (titles == NULL)
    return;
  /* One that this computer doesn't know is still the workbook's own. */
  if (framework != NULL && position == G_MAXUINT)
    {
      position = g_list_model_get_n_items (G_LIST_MODEL (titles));
      gtk_string_list_append (titles, framework);
    }
  adw_combo_row_set_selected (self->framework_row, framework != NULL ? position : GTK_INVALID_LIST_POSITION);
}

static void
show_workbook (TlPreferencesDialog *self)
{
  gboolean editable = tl_workbook_get_editable (self->workbook);

  self->showing = TRUE;
  adw_switch_row_set_active (self->screen_row, get_settings (self)->screen_outliers);
  select_framework (self);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->screen_row), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->framework_row), editable);
  adw_preferences_group_set_description (self->provider_group,
                                         editable ? _("What is set here is kept in the workbook, and can be undone.")
                                                  : _("This workbook can’t be changed now."));
}

static void
frameworks_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlFrameworks) frameworks = tl_frameworks_get_finish (result, &error);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (self->workbook == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; frameworks != NULL && i < tl_frameworks_get_n (frameworks); i++)
    {
      const TlFramework *framework = tl_frameworks_get (frameworks, i);

      if (tl_framework_get_kind (framework) == TL_FRAMEWORK_ASSESSMENT)
        gtk_string_list_append (titles, tl_framework_get_title (framework));
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->framework_row, G_LIST_MODEL (titles));
  self->showing = FALSE;
  show_workbook (self);
}

static void
give_workbook (TlPreferencesDialog *self,
               GtkWidget           *widget)
{
  if (TL_IS_KEY_ROW (widget))
    {
      tl_key_row_set_workbook (TL_KEY_ROW (widget), self->workbook);
      g_signal_connect_object (widget, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    give_workbook (self, child);
}

static void
take_workbook (TlPreferencesDialog *self,
               TlWorkbook          *workbook)
{
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), workbook != NULL);
  if (workbook == NULL)
    {
      adw_preferences_dialog_remove (ADW_PREFERENCES_DIALOG (self), self->workbook_page);
      return;
    }
  self->workbook = g_object_ref (workbook);
  g_signal_group_set_target (self->signals, workbook);
  give_workbook (self, GTK_WIDGET (self->workbook_page));
  list_people (self);
  show_workbook (self);
  tl_frameworks_get_async (self->asking, frameworks_cb, g_object_ref (self));
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_preferences_dialog_dispose (GObject *object)
{
  TlPreferencesDialog *self = TL_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->signals);
  g_clear_object (&self->workbook);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (tl_preferences_dialog_parent_class)->dispose (object);
}

static void
tl_preferences_dialog_finalize (GObject *object)
{
  g_clear_object (&TL_PREFERENCES_DIALOG (object)->asking);

  G_OBJECT_CLASS (tl_preferences_dialog_parent_class)->finalize (object);
}

static void
tl_preferences_dialog_class_init (TlPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_KEY_ROW);

  G_OBJECT_CLASS (klass)->dispose = tl_preferences_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_preferences_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/throughline/Throughline/preferences/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, privacy_row);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, workbook_page);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, provider_group);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, framework_row);
  gtk_widget_class_bind_template_child (widget_class, TlPreferencesDialog, screen_row);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, framework_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, screen_chosen_cb);
}

static void
tl_preferences_dialog_init (TlPreferencesDialog *self)
{
  self->asking = g_cancellable_new ();
  self->signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->signals, "notify::assessment", G_CALLBACK (show_workbook), self);
  g_signal_group_connect_swapped (self->signals, "notify::editable", G_CALLBACK (show_workbook), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The index of a paper is its place in the settings' list of papers. */
static gboolean
get_paper (GValue   *value,
           GVariant *variant,
           gpointer  user_data)
{
  const char *paper = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, g_str_equal (paper, "a4") ? 1 : g_str_equal (paper, "letter") ? 2 : 0);
  return TRUE;
}

static GVariant *
set_paper (const GValue       *value,
           const GVariantType *type,
           gpointer            user_data)
{
  guint chosen = g_value_get_uint (value);

  return g_variant_new_string (chosen == 1 ? "a4" : chosen == 2 ? "letter" : "region");
}

/**
 * tl_preferences_dialog_new:
 * @settings: the settings of the person at this computer
 * @workbook: (nullable): the workbook that is open
 *
 * Returns: (transfer floating): a dialog for both
 */
AdwDialog *
tl_preferences_dialog_new (GSettings  *settings,
                           TlWorkbook *workbook)
{
  TlPreferencesDialog *self = g_object_new (TL_TYPE_PREFERENCES_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "privacy-warnings", self->privacy_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "paper", self->paper_row, "selected", G_SETTINGS_BIND_DEFAULT, get_paper,
                                set_paper, NULL, NULL);
  g_signal_connect_object (settings, "changed::actor-name", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  show_name (self);
  take_workbook (self, workbook);
  return ADW_DIALOG (self);
}
