/**
 * The saved queries on the web: list, form, answer in all forms, evidence, the API that describes them.
 */
package org.zhice.server.question;
