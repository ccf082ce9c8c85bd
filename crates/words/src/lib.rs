//! Both languages: messages, digits, dates, names of things.
