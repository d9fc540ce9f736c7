/** The texts that a user added to a checkout. */
package org.zhice.loader.text;
