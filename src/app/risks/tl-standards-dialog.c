/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-standards-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-announcement.h"
#include "tl-fitted-text.h"
#include "tl-window.h"
#include "tl-workbook-standards.h"

struct _TlStandardsDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkDropDown *framework_chooser;
  GtkLabel *framework_label;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  GtkLabel *none_label;
  GtkLabel *problem_label;

  TlWorkbook *workbook;
  TlRisk *risk;
  TlFrameworks *frameworks;
  /* The frameworks that can be chosen, in the order of the chooser. */
  GPtrArray *assessments;
  /* What is chosen: the codes, in the order in which they were. */
  GPtrArray *statements;
  GPtrArray *regulations;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (TlStandardsDialog, tl_standards_dialog, ADW_TYPE_DIALOG)

#define KEY_CODE "tl-code"
#define KEY_GROUP "tl-group"
#define KEY_SEARCH "tl-search"

static gboolean
same (gconstpointer a,
      gconstpointer b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1), *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

static gboolean
has (GPtrArray  *codes,
     const char *code)
{
  return g_ptr_array_find_with_equal_func (codes, code, same, NULL);
}

static const TlFramework *
get_framework (TlStandardsDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->framework_chooser);

  return selected < self->assessments->len ? g_ptr_array_index (self->assessments, selected) : NULL;
}

/* ── The list ─────────────────────────────────────────────────────────────── */

static void
toggled_cb (GtkCheckButton    *check,
            TlStandardsDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  const char *code = g_object_get_data (G_OBJECT (row), KEY_CODE);
  GPtrArray *codes = g_object_get_data (G_OBJECT (check), "tl-codes");
  guint index = 0;

  if (gtk_check_button_get_active (check))
    g_ptr_array_add (codes, g_strdup (code));
  else if (g_ptr_array_find_with_equal_func (codes, code, same, &index))
    g_ptr_array_remove_index (codes, index);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  g_autofree char *fitted = tl_fitted_text (text, TL_FITTED_ROW);
  GtkWidget *label = gtk_label_new (fitted);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dimmed");
    }
  return label;
}

static void
add_row (TlStandardsDialog *self,
         GPtrArray         *codes,
         const char        *code,
         const char        *title,
         const char        *group,
         const char        *note)
{
  GtkWidget *row = gtk_list_box_row_new (), *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = note != NULL ? g_strdup_printf ("%s, %s, %s", title, group, note)
                                       : g_strdup_printf ("%s, %s", title, group);
  g_autofree char *search = g_strdup_printf ("%s %s %s", code, title, group);

  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (note, "caption"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), has (codes, code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "tl-codes", codes);
  g_object_set_data_full (G_OBJECT (row), KEY_CODE, g_strdup (code), g_free);
  g_object_set_data_full (G_OBJECT (row), KEY_GROUP, g_strdup (group), g_free);
  g_object_set_data_full (G_OBJECT (row), KEY_SEARCH, g_steal_pointer (&search), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

/* Which of the statements chosen before, of another framework, this one is. */
static char *
describe_origin (TlStandardsDialog      *self,
                 const TlFramework      *framework,
                 const TlFrameworkEntry *entry)
{
  for (guint i = 0; i < self->statements->len; i++)
    for (guint j = 0; j < self->assessments->len; j++)
      {
        const char *code = g_ptr_array_index (self->statements, i);
        const TlFramework *other = g_ptr_array_index (self->assessments, j);
        g_autoptr (GPtrArray) entries = g_ptr_array_new ();
        TlCrossing crossing;

        if (other == framework || tl_framework_find (framework, code) != NULL || tl_framework_find (other, code) == NULL)
          continue;
        crossing = tl_frameworks_cross (self->frameworks, other, code, framework, entries);
        if (!g_ptr_array_find (entries, entry, NULL))
          continue;
        /* Translators: a statement of another framework */
        return g_strdup_printf (crossing == TL_CROSSING_SAME ? _("The same as “%s”, chosen before. Tick it to confirm.")
                                                             : _("Partly “%s”, chosen before. Tick it to confirm."), code);
      }
  return NULL;
}

static void
add_others (TlStandardsDialog *self,
            const TlFramework *framework)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      g_autofree char *code = g_strdup (g_ptr_array_index (self->statements, i));

      if (framework == NULL || tl_framework_find (framework, code) == NULL)
        add_row (self, self->statements, code, code, _("Chosen before"), NULL);
    }
  for (guint i = 0; i < self->regulations->len; i++)
    {
      g_autofree char *code = g_strdup (g_ptr_array_index (self->regulations, i));

      if (tl_frameworks_find_regulation (self->frameworks, code) == NULL)
        add_row (self, self->regulations, code, code, _("Chosen before"), NULL);
    }
}

static void
add_statements (TlStandardsDialog *self,
                const TlFramework *framework)
{
  for (guint i = 0; framework != NULL && i < tl_framework_get_n_entries (framework); i++)
    {
      const TlFrameworkEntry *entry = tl_framework_get_entry (framework, i);
      g_autofree char *note = has (self->statements, entry->code) ? NULL : describe_origin (self, framework, entry);

      add_row (self, self->statements, entry->code, entry->title, entry->group, note);
    }
}

static void
add_regulations (TlStandardsDialog *self)
{
  for (guint i = 0; i < tl_frameworks_get_n (self->frameworks); i++)
    {
      const TlFramework *regulations = tl_frameworks_get (self->frameworks, i);

      for (guint j = 0; tl_framework_get_kind (regulations) == TL_FRAMEWORK_REGULATIONS
                        && j < tl_framework_get_n_entries (regulations); j++)
        {
          const TlFrameworkEntry *entry = tl_framework_get_entry (regulations, j);
          const char *slash = strchr (entry->code, '/');
          /* Translators: the number of a regulation, what it is about */
          g_autofree char *title = g_strdup_printf (_("Regulation %1$s: %2$s"), slash != NULL ? slash + 1 : entry->code,
                                                    entry->title);

          add_row (self, self->regulations, entry->code, title, entry->group, NULL);
        }
    }
}

static void
update_none (TlStandardsDialog *self)
{
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL && !any;
       row = gtk_widget_get_next_sibling (row))
    any = GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), !any);
}

static void
fill (TlStandardsDialog *self)
{
  const TlFramework *framework = get_framework (self);
  g_autofree char *about = NULL;

  if (self->frameworks == NULL)
    return;
  gtk_list_box_remove_all (self->list);
  add_others (self, framework);
  add_statements (self, framework);
  add_regulations (self);
  if (framework != NULL)
    /* Translators: whether a framework is in force, and where its titles come from */
    about = g_strdup_printf (_("For the whole workbook. %1$s. %2$s."), tl_framework_get_status (framework),
                             tl_framework_get_source (framework));
  gtk_label_set_label (self->framework_label, about != NULL ? about : _("Choose the framework by which the service is assessed."));
  update_none (self);
}

static void
add_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  const char *group = g_object_get_data (G_OBJECT (row), KEY_GROUP);
  GtkWidget *header = NULL;

  if (before != NULL && g_str_equal (g_object_get_data (G_OBJECT (before), KEY_GROUP), group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = make_label (group, NULL);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "standards-group");
  gtk_list_box_row_set_header (row, header);
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       user_data)
{
  TlStandardsDialog *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return *typed == '\0' || g_str_match_string (typed, g_object_get_data (G_OBJECT (row), KEY_SEARCH), TRUE);
}

static void
search_changed_cb (TlStandardsDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
  update_none (self);
}

/* Enter takes the first that is found to the keyboard. */
static void
search_activate_cb (TlStandardsDialog *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (TlStandardsDialog *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* ── Keeping it ───────────────────────────────────────────────────────────── */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlStandardsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "standards.save", TRUE);
  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    {
      tl_show_problem (self->problem_label, error->message);
      return;
    }
  if (TL_IS_WINDOW (root))
    tl_window_offer_undo (TL_WINDOW (root), _("Standards and regulations changed"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* As they stand in the frameworks, whatever the order in which they were ticked. */
static GStrv
list_in_order (TlStandardsDialog *self,
               GPtrArray         *codes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : NULL;

      if (check != NULL && g_object_get_data (G_OBJECT (check), "tl-codes") == codes
          && gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_strv_builder_add (builder, g_object_get_data (G_OBJECT (row), KEY_CODE));
    }
  return g_strv_builder_end (builder);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlStandardsDialog *self = TL_STANDARDS_DIALOG (widget);
  g_auto (GStrv) statements = list_in_order (self, self->statements);
  g_auto (GStrv) regulations = list_in_order (self, self->regulations);
  const TlFramework *framework = get_framework (self);

  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "standards.save", FALSE);
  tl_show_problem (self->problem_label, NULL);
  tl_workbook_choose_standards_async (self->workbook, self->risk,
                                      framework != NULL ? tl_framework_get_title (framework) : NULL,
                                      (const char * const *) statements, (const char * const *) regulations, NULL, saved_cb,
                                      g_object_ref (self));
}

static void
tl_standards_dialog_dispose (GObject *object)
{
  TlStandardsDialog *self = TL_STANDARDS_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  g_clear_object (&self->workbook);
  g_clear_object (&self->risk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_STANDARDS_DIALOG);

  G_OBJECT_CLASS (tl_standards_dialog_parent_class)->dispose (object);
}

static void
tl_standards_dialog_finalize (GObject *object)
{
  TlStandardsDialog *self = TL_STANDARDS_DIALOG (object);

  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->regulations, g_ptr_array_unref);
  g_clear_pointer (&self->frameworks, tl_frameworks_unref);

  G_OBJECT_CLASS (tl_standards_dialog_parent_class)->finalize (object);
}

static void
tl_standards_dialog_class_init (TlStandardsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_standards_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_standards_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "standards.save", NULL, save_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/standards-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, framework_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, framework_label);
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, none_label);
  gtk_widget_class_bind_template_child (widget_class, TlStandardsDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
tl_standards_dialog_init (TlStandardsDialog *self)
{
  self->assessments = g_ptr_array_new ();
  self->statements = g_ptr_array_new_with_free_func (g_free);
  self->regulations = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_header, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
}

static void
take (GPtrArray          *codes,
      const char * const *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_ptr_array_add (codes, g_strdup (texts[i]));
}

/* A workbook that has chosen none, or one that isn't installed, is asked to. */
static void
offer_frameworks (TlStandardsDialog *self,
                  const char        *chosen)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < tl_frameworks_get_n (self->frameworks); i++)
    {
      const TlFramework *framework = tl_frameworks_get (self->frameworks, i);

      if (tl_framework_get_kind (framework) != TL_FRAMEWORK_ASSESSMENT)
        continue;
      if (g_strcmp0 (tl_framework_get_title (framework), chosen) == 0)
        selected = self->assessments->len;
      g_ptr_array_add (self->assessments, (gpointer) framework);
      gtk_string_list_append (titles, tl_framework_get_title (framework));
    }
  gtk_drop_down_set_model (self->framework_chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->framework_chooser, selected);
}

/**
 * tl_standards_dialog_new:
 * @workbook: a workbook that may be edited
 * @risk: a risk of it, of which something is concluded
 * @frameworks: what is installed
 *
 * Returns: (transfer floating): a dialog that chooses what the risk is about
 */
TlStandardsDialog *
tl_standards_dialog_new (TlWorkbook   *workbook,
                         TlRisk       *risk,
                         TlFrameworks *frameworks)
{
  TlStandardsDialog *self = g_object_new (TL_TYPE_STANDARDS_DIALOG, NULL);
  const TlRiskFacts *facts = tl_risk_get_judgement (risk)->facts;
  g_autofree char *subtitle = g_strdup_printf ("%s %s", facts->base.ref != NULL ? facts->base.ref : "", facts->title);

  self->workbook = g_object_ref (workbook);
  self->risk = g_object_ref (risk);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  take (self->statements, facts->framework);
  take (self->regulations, facts->regulations);
  self->frameworks = tl_frameworks_ref (frameworks);
  offer_frameworks (self, tl_snapshot_get_framework (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook))));
  fill (self);
  return self;
}
