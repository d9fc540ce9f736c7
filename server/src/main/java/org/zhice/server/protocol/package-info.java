/**
 * What a request says, read as HTTP and SPARQL 1.1 Protocol write it: text is UTF-8 and nothing else, media ranges weigh as
 * in RFC 9110. What cannot be read is refused with its place; nothing is guessed.
 */
package org.zhice.server.protocol;
