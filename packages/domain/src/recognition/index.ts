export {
  ContractAmended, ContractCancelled, ContractRefused, ContractRegistered, ContractRevoked, ContractSubmitted, type RegistrationFacts,
} from "./recognition.events.ts";
