/** A mainland mobile number, a landline with area code, perhaps an extension, or a 400 number. */
export const TELEPHONE = /^(\+86[- ]?)?(1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}([-转]\d{1,6})?|400[- ]?\d{3}[- ]?\d{4})$/;
