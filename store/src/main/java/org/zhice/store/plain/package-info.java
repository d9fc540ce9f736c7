/**
 * What a text may be that a person has written for us: the characters of a cell ({@link org.zhice.store.plain.PlainText})
 * and the bytes of a file ({@link org.zhice.store.plain.Utf8}). Texts that are only compared are folded instead.
 */
package org.zhice.store.plain;
