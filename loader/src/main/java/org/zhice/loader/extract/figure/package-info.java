/**
 * The reading of figures. {@link org.zhice.loader.extract.figure.Figures} is the front door: {@code Frames} tells which year
 * and which tense a part of the document has, {@code time.Times} and {@code Quantities} find times and numbers in a paragraph,
 * {@code Statement} puts a number into its sentence, {@code Dating} finds the time that dates it, and {@code Judge} says in
 * what form, of what, of when and whether it is to be reached. {@code IndicatorTables} reads the tables of plans. Words are
 * in the .tsv files beside these classes.
 */
package org.zhice.loader.extract.figure;
