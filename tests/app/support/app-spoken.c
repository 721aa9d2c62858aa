/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-spoken.h"

#include <adwaita.h>

#include <string.h>

/* What GTK and libadwaita say themselves, in their own translations, and names of keys. */
static const char * const theirs[] = {
  "Close", "Maximize", "Minimize", "Restore", "Clear Entry", "Back", "Application menu", "Ctrl", "Alt", "Shift", "Escape",
  "Select", "Sidebar", "Avatar of", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Throughline", "Collapse", "Expand",
  "Popover", "Switch", "Selected", "Tab", "Menu", "Undo", "Emoji", "Delete", "Insert", "Left", "Right", "Home", "End", "Return",
  "Page Up", "Page Down", "Details", "Troubleshooting", "Legal",
};

static GString *data;
static char *where;
/* What was looked at already, wherever it stood. */
static GHashTable *judged;

/* The texts of the sample and of what is installed beside the program, a line each. */
void
app_spoken_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *texts = NULL;

  g_file_get_contents (path, &texts, NULL, &error);
  g_assert_no_error (error);
  data = g_string_new (texts);
  judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (theirs); i++)
    g_string_append_printf (data, "\n%s", theirs[i]);
}

/* A file that is shown: its name and its words. */
void
app_spoken_add_data (const char *name,
                     const char *text)
{
  if (data != NULL)
    g_string_append_printf (data, "\n%s\n%s", name, text);
}

void
app_spoken_set_where (const char *format,
                      ...)
{
  va_list list;

  g_free (where);
  va_start (list, format);
  where = g_strdup_vprintf (format, list);
  va_end (list);
}

static gboolean
has_plain_word (const char *text)
{
  static GRegex *word;

  if (word == NULL)
    word = g_regex_new ("[A-Za-z]{3,}", G_REGEX_OPTIMIZE, 0, NULL);
  return g_regex_match (word, text, 0, NULL);
}

/* Whether a part of a text is the workbook's, signs, numbers and a ref around it aside. */
static gboolean
is_data (const char *part)
{
  static GRegex *around;
  g_autofree char *text = NULL;

  if (around == NULL)
    around = g_regex_new ("^(?:[^A-Za-z]|[A-Z]+[0-9]+ )+|[^A-Za-z]+$", G_REGEX_OPTIMIZE, 0, NULL);
  text = g_regex_replace (around, part, -1, 0, "", 0, NULL);
  return !has_plain_word (text) || strstr (data->str, text) != NULL;
}

/* The first part that reads plainly and isn't the workbook's. A part ends where an accented letter stands. */
static char *
find_unasked (const char *text)
{
  static GRegex *accented, *separators;
  g_auto (GStrv) parts = NULL;

  if (accented == NULL)
    {
      accented = g_regex_new ("[^\\x00-\\x7f’–—…“”£ ]+|[\"\\n]", G_REGEX_OPTIMIZE, 0, NULL);
      separators = g_regex_new (", |: |; |\\. | · |\\+|, | – |[“”(]|[0-9,.]+ |Avatar of ", G_REGEX_OPTIMIZE, 0, NULL);
    }
  parts = g_regex_split (accented, text, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = NULL;

      if (is_data (parts[i]))
        continue;
      pieces = g_regex_split (separators, parts[i], 0);
      for (guint piece = 0; pieces[piece] != NULL; piece++)
        {
          if (!is_data (pieces[piece]))
            return g_strdup (pieces[piece]);
        }
    }
  return NULL;
}

static void
judge_text (GtkWidget  *widget,
            const char *what,
            const char *text,
            GPtrArray  *problems)
{
  g_autofree char *unasked = NULL;

  /* The same stands in many cells. */
  if (text == NULL || !g_hash_table_add (judged, g_strdup (text)))
    return;
  unasked = find_unasked (text);
  if (unasked != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("%s: the %s of a %s isn’t asked of gettext: “%s” in “%s”", where, what,
                                                G_OBJECT_TYPE_NAME (widget), unasked, text));
}

/* What is said of the widget to whoever doesn't see it, as the test backend tells it. */
static char *
get_accessible_label (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\x01") : NULL;
}

static gboolean
can_scroll_sideways (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (scrolled != NULL)
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scrolled), &policy, NULL);
  return policy != GTK_POLICY_NEVER;
}

/* Whether the whole of a text is told where the pointer rests. */
static gboolean
is_told (GtkWidget  *widget,
         const char *text)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if (tooltip != NULL && strstr (tooltip, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether words of ours are cut off; what the workbook says may be, for it can be as long as it likes. */
static void
judge_room (GtkLabel  *label,
            GPtrArray *problems)
{
  const char *text = gtk_label_get_text (label);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (label)));
  graphene_rect_t bounds;

  if (*text == '\0' || has_plain_word (text) || g_utf8_strlen (text, -1) < 3)
    return;
  /* A row of a list says in a few lines what it leads to. */
  if (gtk_label_get_lines (label) > 1)
    return;
  /* Titles in header bars, hints in entries and words below the pictures of a switcher give way by the platform's design,
   * and are told by a name as well. */
  if (gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_WINDOW_TITLE) != NULL
      || gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_ENTRY_ROW) != NULL
      || gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_TEXT) != NULL
      || gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_VIEW_SWITCHER) != NULL
      || gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_HEADER_BAR) != NULL)
    return;
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)) && !is_told (GTK_WIDGET (label), text))
    g_ptr_array_add (problems, g_strdup_printf ("%s: “%s” is cut off", where, text));
  else if (!can_scroll_sideways (GTK_WIDGET (label)) && gtk_widget_compute_bounds (GTK_WIDGET (label), root, &bounds)
           && (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root) + 1))
    g_ptr_array_add (problems, g_strdup_printf ("%s: “%s” stands beyond the window", where, text));
}

void
app_spoken_judge (GtkWidget *root,
                  GPtrArray *problems)
{
  g_autofree char *label = NULL;

  if (!gtk_widget_get_mapped (root))
    return;
  label = get_accessible_label (root);
  judge_text (root, "tooltip", gtk_widget_get_tooltip_text (root), problems);
  judge_text (root, "name", label, problems);
  if (GTK_IS_LABEL (root))
    {
      judge_text (root, "text", gtk_label_get_text (GTK_LABEL (root)), problems);
      judge_room (GTK_LABEL (root), problems);
    }
  else if (GTK_IS_INSCRIPTION (root))
    judge_text (root, "text", gtk_inscription_get_text (GTK_INSCRIPTION (root)), problems);
  else if (GTK_IS_TEXT (root))
    judge_text (root, "placeholder", gtk_text_get_placeholder_text (GTK_TEXT (root)), problems);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    app_spoken_judge (child, problems);
}

/* The first widget that has an action; it is asked as a button within it would. */
GtkWidget *
app_spoken_find_action (GtkWidget  *root,
                        const char *action)
{
  GtkWidgetClass *class = GTK_WIDGET_GET_CLASS (root);
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (class, i, &owner, &name, &parameter, &property); i++)
    {
      if (g_str_equal (name, action) && gtk_widget_get_mapped (root))
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_spoken_find_action (child, action);

      if (found != NULL && found != root)
        return found;
    }
  return g_str_has_prefix (action, "win.") ? root : NULL;
}
