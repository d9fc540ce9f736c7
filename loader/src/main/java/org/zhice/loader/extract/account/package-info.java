/** What became of each character of a document that was read: the one place that says what was read and what was not. */
package org.zhice.loader.extract.account;
