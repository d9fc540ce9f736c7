package org.zhice.loader.extract.figure;

/**
 * What a part of a document tells of where its sentences do not say.
 *
 * @param year its last year, or 0 where none is known
 * @param span several years that its heading names, or null
 * @param outlook whether it tells of what is to come
 * @param horizon by when that is to be reached, or null
 */
record Frame(int year, Time span, boolean outlook, Time horizon) {}
