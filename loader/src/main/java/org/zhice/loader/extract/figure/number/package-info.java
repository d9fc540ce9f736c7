/** Numbers in digits and in words, and the words that bound them. */
package org.zhice.loader.extract.figure.number;
