/**
 * What an answer should be, and how another one differs from it.
 */
package org.zhice.query.expect;
