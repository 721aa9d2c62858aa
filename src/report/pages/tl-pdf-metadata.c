/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-metadata.h"

/* What must not stand in XML 1.0 even escaped. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *at = valid; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';

  return g_markup_escape_text (valid, -1);
}

/**
 * tl_pdf_write_metadata:
 * @info: what a PDF says of itself
 * @language: its language, as "en-GB"
 *
 * Writes the same as XMP (ISO 16684-1), where readers for disabled people look for it, with the claim that the file keeps
 * to PDF/UA-1 (ISO 14289-1, clause 5).
 *
 * Returns: (transfer full): the packet
 */
char *
tl_pdf_write_metadata (const TlDocumentInfo *info,
                       const char           *language)
{
  g_autofree char *title = escape (info->title);
  g_autofree char *author = escape (info->author);
  g_autofree char *subject = escape (info->subject);
  g_autofree char *created = escape (info->created);

  return g_strdup_printf ("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                          "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                          " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                          "<pdfuaid:part>1</pdfuaid:part>\n"
                          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
                          "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
                          "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n"
                          "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
                          "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
                          "<xmp:CreatorTool>Throughline %s</xmp:CreatorTool>\n"
                          "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
                          title, author, subject, language, created, created, PACKAGE_VERSION);
}
