/**
 * The repair of damaged copies. {@link org.zhice.loader.extract.clean.CleanText} is the front door: it puts the text into
 * a {@link org.zhice.loader.extract.clean.draft.Draft} and lets each repair in turn say what to change, from references,
 * blanks, old forms, readings and slips of bytes over traditional script, width, page numbers and noise to line breaks,
 * spaces and brackets. Words come from a dictionary, the terms of the caller and the text itself; nothing here knows the
 * rest of the loader.
 */
package org.zhice.loader.extract.clean;
