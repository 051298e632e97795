// Offices, forms of address and roles: those that labels are read with are the ones that names are compared by.
export { offices } from '../corpus/offices.ts';
