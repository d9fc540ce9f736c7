/**
 * The words of a duty. {@link org.zhice.loader.extract.duty.Duty} is the front door: it reads who is named in a bracket or behind a
 * label, in which part, and what is left over. {@link org.zhice.loader.extract.duty.Agencies} says what names mean:
 * by the tables where the level of government allows it, else by the form of a name. The rules lie in {@code heads.tsv},
 * {@code level.tsv}, {@code forms.tsv} and {@code scope.tsv}.
 */
package org.zhice.loader.extract.duty;
