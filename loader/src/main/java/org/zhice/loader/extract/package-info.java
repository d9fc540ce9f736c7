/**
 * The reading of plans. {@link org.zhice.loader.extract.Extractor} is the front door: it has the text cleaned, finds the
 * {@code Outline} of chapters, sections and tasks, and a {@code Reading} finds in each task the {@code Duty} of its last bracket, the titles with
 * their {@code Actions}, and the other names, by {@link org.zhice.loader.extract.name.Mentions}. Names come from the
 * {@link org.zhice.loader.extract.rows.Lexicon}, rules from the .tsv files beside these classes. Out comes an
 * {@link org.zhice.loader.extract.rows.Extraction}. No file of a user and no table is touched here.
 */
package org.zhice.loader.extract;
