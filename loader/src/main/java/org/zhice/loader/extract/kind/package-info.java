/**
 * What a document is. {@link org.zhice.loader.extract.kind.Recognised} is the front door: it looks at the title and at the
 * forms of the lines, by the rules of {@code kinds.tsv}, and says which words told.
 */
package org.zhice.loader.extract.kind;
