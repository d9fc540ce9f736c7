/**
 * Chinese words: {@link org.zhice.loader.extract.clean.word.Words} knows the dictionary and offers the repairs that need
 * one, {@link org.zhice.loader.extract.clean.word.Resource} reads the word lists of all rooms.
 */
package org.zhice.loader.extract.clean.word;
