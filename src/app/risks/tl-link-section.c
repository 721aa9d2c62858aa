/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link-section.h"

#include <glib/gi18n.h>

#include "tl-fitted-text.h"
#include "tl-format.h"
#include "tl-link-body.h"
#include "tl-link-thread.h"
#include "tl-mark-cell.h"
#include "tl-risk-mending.h"
#include "tl-row-layout.h"

struct _TlLinkSection
{
  GtkBox parent_instance;

  TlLinkThread *thread;
  GtkToggleButton *header;
  GtkLabel *name_label;
  GtkLabel *state_label;
  GtkLabel *ground_label;
  GtkBox *marks;
  GtkImage *arrow;
  GtkWidget *next;
  GtkButton *next_button;
  GtkRevealer *revealer;
  GtkBox *body;
  GtkWidget *separator;

  TlRisk *risk;
  TlLineLink link;
  gboolean editable;
  /* Whether all findings are shown, not only the first. */
  gboolean all;
};

G_DEFINE_FINAL_TYPE (TlLinkSection, tl_link_section, GTK_TYPE_BOX)

static const TlLinkJudgement *
get_judgement (TlLinkSection *self)
{
  const TlRiskJudgement *risk = self->risk != NULL ? tl_risk_get_judgement (self->risk) : NULL;

  return risk != NULL ? &risk->line[self->link - TL_LINE_LINK_FOUND] : NULL;
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* What to do next where there is nothing yet, without opening the section. */
static void
update_next (TlLinkSection *self)
{
  const TlLinkJudgement *judgement = get_judgement (self);
  gboolean wanted = judgement != NULL && judgement->state == TL_LINK_STATE_MISSING && self->editable
                    && !gtk_toggle_button_get_active (self->header) && tl_risk_mending_can (judgement->remedy);

  gtk_widget_set_visible (self->next, wanted);
  if (!wanted)
    return;
  gtk_button_set_label (self->next_button, tl_word_label (TL_TYPE_REMEDY, (int) judgement->remedy));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->next_button)), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->next_button),
                                          tl_risk_mending_target ((int) judgement->remedy, judgement->mendings[0].row));
}

/* Only what is open is made. */
static void
update_body (TlLinkSection *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->header);

  empty_box (self->body);
  if (expanded && get_judgement (self) != NULL)
    tl_link_body_fill (self->body, self->risk, self->link, self->all);
  gtk_revealer_set_reveal_child (self->revealer, expanded);
  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  update_next (self);
}

static guint
count_findings (TlLinkSection *self,
                TlSeverity    *gravest)
{
  g_autoptr (GPtrArray) findings = tl_link_body_list_findings (self->risk, self->link);
  guint n = 0;

  *gravest = TL_SEVERITY_NOTE;
  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = g_ptr_array_index (findings, i);

      if (finding->answer != NULL)
        continue;
      n++;
      *gravest = MIN (*gravest, finding->severity);
    }
  return n;
}

static char *
describe (TlLinkSection         *self,
          const TlLinkJudgement *judgement,
          const char            *name,
          guint                  n_findings)
{
  const char *state = tl_word_label (TL_TYPE_LINK_STATE, (int) judgement->state);
  g_autofree char *findings = NULL;

  if (n_findings == 0)
    /* Translators: a link of the line, its state, what it rests on: "Owned, sound: Tomasz Wrona, 3 supporting roles" */
    return g_strdup_printf (_("%1$s, %2$s: %3$s"), name, state, judgement->ground);
  findings = g_strdup_printf (ngettext ("%u finding", "%u findings", n_findings), n_findings);
  /* Translators: a link of the line, its state, what it rests on, how many findings: "Even, weak: The average hides Damson
   * Row. 1 finding" */
  return g_strdup_printf (_("%1$s, %2$s: %3$s. %4$s"), name, state, judgement->ground, findings);
}

static void
update_header (TlLinkSection *self)
{
  const TlLinkJudgement *judgement = get_judgement (self);
  const char *state = tl_word_label (TL_TYPE_LINK_STATE, (int) judgement->state);
  TlSeverity gravest = TL_SEVERITY_NOTE;
  guint n_findings = count_findings (self, &gravest);
  g_autofree char *name = tl_format_capital (tl_word_label (TL_TYPE_LINE_LINK, (int) self->link));
  g_autofree char *label = describe (self, judgement, name, n_findings);
  g_autofree char *ground = tl_fitted_text (judgement->ground, TL_FITTED_TITLE);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->state_label, judgement->state != TL_LINK_STATE_SOUND ? state : "");
  gtk_label_set_label (self->ground_label, ground);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ground_label), ground);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  empty_box (self->marks);
  if (n_findings > 0)
    gtk_box_append (self->marks, tl_mark_cell_new_finding (gravest));
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlLinkSection *self = TL_LINK_SECTION (widget);

  self->all = TRUE;
  update_body (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->header));
}

static void
toggled_cb (TlLinkSection *self)
{
  update_body (self);
}

static void
tl_link_section_dispose (GObject *object)
{
  TlLinkSection *self = TL_LINK_SECTION (object);

  g_clear_object (&self->risk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_LINK_SECTION);

  G_OBJECT_CLASS (tl_link_section_parent_class)->dispose (object);
}

static void
tl_link_section_class_init (TlLinkSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_LINK_THREAD);
  g_type_ensure (TL_TYPE_ROW_LAYOUT);

  G_OBJECT_CLASS (klass)->dispose = tl_link_section_dispose;

  gtk_widget_class_install_action (widget_class, "findings.show-all", NULL, show_all_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/link-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, thread);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, header);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, name_label);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, state_label);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, marks);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, arrow);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, next);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, next_button);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, revealer);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, body);
  gtk_widget_class_bind_template_child (widget_class, TlLinkSection, separator);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tl_link_section_init (TlLinkSection *self)
{
  self->link = TL_LINE_LINK_FOUND;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_link_section_show:
 * @self: a section
 * @risk: a risk of which something is concluded
 * @link: a link of its line
 * @editable: whether something can be done about it
 *
 * Shows a link as it stands now, but for what it rests on, which takes longer: [method@Tl.LinkSection.fill].
 */
void
tl_link_section_show (TlLinkSection *self,
                      TlRisk        *risk,
                      TlLineLink     link,
                      gboolean       editable)
{
  g_return_if_fail (TL_IS_LINK_SECTION (self));
  g_return_if_fail (TL_IS_RISK (risk) && tl_risk_get_judgement (risk) != NULL);
  g_return_if_fail (link >= TL_LINE_LINK_FOUND && link <= TL_LINE_LINK_SUSTAINED);

  if (g_set_object (&self->risk, risk))
    self->all = FALSE;
  self->link = link;
  self->editable = editable;
  tl_link_thread_set_link (self->thread, tl_risk_get_judgement (risk), link);
  gtk_widget_set_visible (self->separator, link != TL_LINE_LINK_SUSTAINED);
  update_header (self);
  update_next (self);
}

/**
 * tl_link_section_fill:
 * @self: a section that shows a link
 *
 * Shows what the link rests on, if it is open.
 */
void
tl_link_section_fill (TlLinkSection *self)
{
  g_return_if_fail (TL_IS_LINK_SECTION (self));

  update_body (self);
}

/**
 * tl_link_section_get_expanded:
 * @self: a section
 *
 * Returns: whether it shows what the link rests on
 */
gboolean
tl_link_section_get_expanded (TlLinkSection *self)
{
  g_return_val_if_fail (TL_IS_LINK_SECTION (self), FALSE);

  return gtk_toggle_button_get_active (self->header);
}

/**
 * tl_link_section_set_expanded:
 * @self: a section
 * @expanded: whether to show what the link rests on
 */
void
tl_link_section_set_expanded (TlLinkSection *self,
                              gboolean       expanded)
{
  g_return_if_fail (TL_IS_LINK_SECTION (self));

  gtk_toggle_button_set_active (self->header, expanded);
}
